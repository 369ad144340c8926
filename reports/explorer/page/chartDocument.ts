/** In place of `reports/charts/chartDocument.ts`: the page draws in its own document. */

/** The document of the page. */
export function chartDocument(): Document {
  return document
}
