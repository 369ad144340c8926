/** Where a command writes its result. */
import { placeBeside } from '../../studies/folder/place.ts'
import type { OptionValues } from '../console/command.ts'
import { flagOption, textOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'

/**
 * The folder that is named; else the usual one, or where that holds a finished result, a new one beside it, and that is said. With
 * `--quiet` nothing can be said, and with `--force` it is replaced: then it is the usual one, whatever it holds.
 *
 * @param usual as in `out/parity-15`
 */
export function resultPlace(usual: string, options: OptionValues): string {
  const isUsual = flagOption(options, 'force') || flagOption(options, 'quiet')
  const given = textOption(options, 'out') ?? (isUsual ? usual : undefined)
  if (given !== undefined) return given
  const place = placeBeside(usual)
  if (place !== usual) {
    const said = `${usual} holds an earlier result, which stays; this one goes to ${place} (--force replaces the earlier one)`
    speaker(options)(said)
  }
  return place
}
