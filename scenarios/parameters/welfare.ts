/** Uncertain parameters: displaced workers and farms. Section 14 of docs/model.md. */
import { fraction, parameter, plain, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

const displacedWorkers =
  'Davis and von Wachter (2011): 1.4 to 2.8 years of earnings over 20 years, discounted at 5%, which first-year losses of ' +
  '15-40% that fade by 5-15% a year enclose; Jacobson, LaLonde and Sullivan (1993): about 25% after six years'
const farmLosses =
  'Morgan and others (2022), USDA ERS: 13.2 bn USD a year lost of 30.4 bn in 2018-19, an elasticity near 2.5 at mean ' +
  'duties of about 25%; losses in Mexico and Canada were smaller, 0.6 bn, hence a lower middle'

export const welfareParameters: GroupTable<'displaced workers' | 'farms'> = {
  displacementLoss: parameter(
    'Earnings that a displaced worker loses in the first year',
    'fraction of pay',
    triangular(0.15, 0.25, 0.4),
    { range: [0, 1], warning: [0, 0.6] },
    'estimate',
    displacedWorkers,
  ),
  displacementRecovery: parameter(
    'Part of the lost earnings that comes back each year',
    fraction,
    triangular(0.05, 0.1, 0.15),
    { range: share, warning: [0, 0.5] },
    'judgement',
    displacedWorkers,
  ),
  farmExportElasticity: parameter(
    'Elasticity of US farm exports to a retaliatory duty, without its sign',
    plain,
    triangular(0.8, 1.5, 2.6),
    { range: [0, 10], warning: [0.3, 5] },
    'judgement',
    farmLosses,
  ),
  farmIncomeShare: parameter(
    'Farm income lost',
    'fraction of the exports lost',
    triangular(0.2, 0.35, 0.6),
    { range: share, warning: [0.05, 0.9] },
    'judgement',
    'net income is about a quarter of what US farms take in; more where the harvest is in and costs are spent',
  ),
}
