/** A browser's end of a channel as the engine takes it. */
import type { Port } from '../engine/protocol.ts'

/** The port, started when somebody listens. */
export function portOf(port: MessagePort): Port {
  return {
    post: (message, handed = []) => port.postMessage(message, [...handed]),
    listen: (hear) => {
      port.addEventListener('message', ({ data }) => hear(data))
      port.start()
    },
  }
}
