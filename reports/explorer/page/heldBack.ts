/** Questions that are held back while others are asked: what is made without anybody's asking waits for what somebody has pressed. */

/** After the last answer, milliseconds: a second future is asked for when the first is there. */
export const restBefore = 100

export interface HeldBack<Question> {
  readonly hold: (number: number, question: Question) => void
  /** Asks what is held back after a rest, if nothing else is asked by then. */
  readonly restThenAsk: () => void
}

/** @param isBusy whether anything is asked that is not answered yet */
export function holdBack<Question>(
  isBusy: () => boolean,
  put: (number: number, question: Question) => void,
): HeldBack<Question> {
  const held = new Map<number, Question>()
  const ask = (): void => {
    if (isBusy()) return
    for (const [number, question] of held) put(number, question)
    held.clear()
  }
  return {
    hold: (number, question) => void held.set(number, question),
    restThenAsk: () => {
      if (held.size > 0 && !isBusy()) setTimeout(ask, restBefore)
    },
  }
}
