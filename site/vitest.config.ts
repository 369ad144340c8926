/** The check of the built site, the last part of `npm run site -- --check`. */
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

const config: ViteUserConfig = mergeConfig(usual, {})
// Looks at what is built, and builds nothing.
config.test = { ...config.test, include: ['site/*.check.ts'], globalSetup: [] }

export default config
