/**
 * Generated cases are the same on every run, so that a failure can be seen again; PLANTSHIFT_TEST_SEED draws others.
 */
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env['PLANTSHIFT_TEST_SEED'] ?? 20241124) })
