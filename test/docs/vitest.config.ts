/** Pages that are followed as a reader follows them: the last part of `npm run docs -- --check`. */
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import usual from '../../vitest.config.ts'

const config: ViteUserConfig = mergeConfig(usual, {})
config.test = { ...config.test, include: ['test/docs/*.check.ts'] }

export default config
