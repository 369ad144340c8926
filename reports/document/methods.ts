/** Methods in half a page, with the places of the documentation that say more. */
import { paragraph, type Section } from './document.ts'

export const methodSection: Section = {
  id: 'methods',
  title: 'Methods in short',
  blocks: [
    paragraph(
      'The model is an industry of vehicle makers, assembly lines, parts and buyers in the United States, Canada ' +
        'and Mexico, with ' +
        'makers from overseas. Each line chooses its parts, and whether to meet content rules or pay the duty, at ' +
        'least cost ' +
        '(docs/model.md, sections 3 and 4). Makers set prices against each other and buyers choose between ' +
        'vehicles by nested logit ' +
        '(section 6). The base year is matched exactly (section 7).',
    ),
    paragraph(
      'When a line is due for a redesign, or costs have jumped, its maker compares the places where it could be ' +
        'built, under the ' +
        'policy it believes in for the years to come, with the cost of moving and the worth of waiting (section ' +
        '8). Plants fill, idle, close ' +
        'and open as lines come and go (section 10).',
    ),
    paragraph(
      'Each replicate draws parameters, measurement error and chance once and runs every scenario on the same draws; ' +
        'differences are taken within a replicate, so that what scenarios share drops out (section 14). An ' +
        'interval from 5% to 95% is over ' +
        'replicates. Monte Carlo error is given apart. “Better in” is the share of replicates in which an outcome ' +
        'moves the way that ' +
        'is usually wanted. What has been checked against published results is in docs/checks.md.',
    ),
  ],
}
