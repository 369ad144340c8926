/** VitePress's own look, and the explorer inside lessons. */
import DefaultTheme from 'vitepress/theme'
import type { Theme } from 'vitepress'
import { ExplorerHere } from './ExplorerHere.ts'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component('ExplorerHere', ExplorerHere)
  },
}

export default theme
