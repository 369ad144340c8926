/** The two libraries that the page is made of; no other file imports them. */
export { type Context, createContext, Fragment, render, type ComponentType, type JSX } from 'preact'
export { useContext } from 'preact/hooks'
export {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  signal,
  type Signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals'
