/** Plants in a scenario file: when idle ones close, which are for sale, and what is announced of them. */
import { markets } from '../../../engine/model/inputs/sets.ts'
import { z, schemaOf } from '../fileKind.ts'
import type { PlantEvent } from '../plantEvent.ts'
import type { ScenarioFile } from '../scenario.ts'
import { date, text } from './values.ts'

const mostVehicles = 2_000_000
const vehicles = z.number().min(1).max(mostVehicles)
const newPlant = { maker: text, country: z.enum(markets) }

const event = schemaOf<PlantEvent>()(
  z
    .strictObject({
      date,
      move: z
        .strictObject({ line: text, to: z.union([text, z.strictObject(newPlant)]) })
        .optional()
        .meta({ description: 'A line, by id, goes to a plant of its maker, or to a new one' }),
      capacity: z
        .strictObject({ plant: text, change: z.number().min(-mostVehicles).max(mostVehicles) })
        .optional()
        .meta({ description: 'Vehicles a year by which the capacity of a plant changes' }),
      close: text.optional().meta({ description: 'A plant, by id, closes for good' }),
      open: z
        .strictObject({ ...newPlant, capacity: vehicles })
        .optional()
        .meta({ description: 'A new plant of a maker opens with this many vehicles a year' }),
      source: text.optional(),
    })
    .meta({ description: 'What is announced of a plant, and the day' }),
)

const forSale = z
  .record(text, z.strictObject({ from: date.nullish(), source: text.nullish() }).nullable())
  .nullish()
  .meta({ description: 'Plants, by id, that entrants can buy though they still have lines' })

export const plants: z.ZodOptional<z.ZodType<Exclude<ScenarioFile['plants'], undefined>>> = z
  .strictObject({ closeAfter: z.int().min(1).max(100).nullish(), forSale, events: z.array(event).nullish() })
  .nullish()
  .meta({ description: 'closeAfter: years without a line after which a plant closes for good' })
