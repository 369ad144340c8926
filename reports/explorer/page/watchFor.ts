/** What is computed when somebody comes near: nothing is, for parts that nobody looks at. */

/** @param seen called once, when the element is nearly on the screen */
export function watchFor(element: Element | null, seen: () => void): void {
  if (element === null) return
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      seen()
    },
    { rootMargin: '200px' },
  )
  watch.observe(element)
}
