/**
 * Turns of the page's thread. What is asked for is done piece by piece, and the browser has its turn in between, so that no key and no
 * scroll waits for long: first words, then charts that are in view, then the others.
 */

export type Rank = 'words' | 'seen' | 'unseen'

/** After so long no other piece is begun in a turn, milliseconds. */
const longestTurn = 20

const waiting: Readonly<Record<Rank, (() => void)[]>> = { words: [], seen: [], unseen: [] }
// A message comes back at once; a timer is held back by some milliseconds after the first few.
const { port1, port2 } = new MessageChannel()
let isCalled = false
port1.addEventListener('message', () => void turn())
port1.start()

/** Does the work in a turn to come, after what is waiting of the same rank and of those before it. */
export function takeTurn(rank: Rank, work: () => void): void {
  waiting[rank].push(work)
  call()
}

function isAnythingWaiting(): boolean {
  return Object.values(waiting).some(({ length }) => length > 0)
}

function call(): void {
  if (isCalled || !isAnythingWaiting()) return
  isCalled = true
  port2.postMessage(undefined)
}

async function turn(): Promise<void> {
  const end = performance.now() + longestTurn
  try {
    do {
      const work = waiting.words.shift() ?? waiting.seen.shift() ?? waiting.unseen.shift()
      work?.()
      // The page is drawn again by what was put off to the end of this piece.
      await Promise.resolve()
    } while (isAnythingWaiting() && performance.now() < end)
  } finally {
    isCalled = false
    call()
  }
}
