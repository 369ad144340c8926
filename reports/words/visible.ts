/**
 * Signs that are not seen and yet act, made visible: control characters, which move the cursor of a terminal, delete or colour what stands
 * there, and marks that turn the direction of writing, behind which a text says something else than it seems to. Names, titles and
 * notes come from files that anybody may have written. Every text goes through here on its way to a terminal, page, picture or note;
 * JSON, CSV and YAML keep what they were given.
 */

/** All but the line feed and the tab, which are room. */
const unseen = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** As in `\u{202e}`. */
export function visibleText(text: string): string {
  return text.replace(unseen, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)
}
