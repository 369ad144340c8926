/** What goes wrong in workers and in memory, in words for people, with what they can do. */

/** Where a browser has none, or does not let a page have any. */
export const noWorkers: string =
  'it computes in workers, and this browser starts none. Another browser does, and so does the command line: npx plantshift run tariff-25-from-2027'

/** @param why what a browser says of it */
export function stoppedText(why: string): string {
  return isOfMemory(why) ? memoryText(why) : `the worker that was asked stopped (${why}); ask again`
}

/** What an answer says that could not be given; of memory in words. */
export function troubleText(message: string): string {
  return isOfMemory(message) ? memoryText(message) : message
}

/** Whether an error says that there was not enough memory. Browsers word it each in their own way. */
export function isOfMemory(message: string): boolean {
  return /allocation (?:failed|failure|size overflow)|out of memory|invalid (?:typed )?array (?:buffer )?length/i.test(
    message,
  )
}

/** @param message of the error */
function memoryText(message: string): string {
  return (
    `this browser has not enough memory for it (${message}); choose fewer replicates, close other pages, or run it with ` +
    'the command of “Take it away”'
  )
}
