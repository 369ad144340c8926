/** The two libraries that the page is made of; no other file imports them. */
export { render, type ComponentType, type JSX } from 'preact'
export {
  computed,
  effect,
  type ReadonlySignal,
  signal,
  type Signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals'
