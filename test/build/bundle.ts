/**
 * A step of `npm run build`: the file that Node is started with is joined with all that it imports, packages too, into a few
 * files in `dist/parts`. Node then opens twenty files before it can work or refuse, and not five hundred. The other compiled
 * files stay as they are, for programs that import the package and for threads: their replicates ran slower when joined. Of
 * declarations those stay that the package's doors lead to.
 *
 *     tsx test/build/bundle.ts
 */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { removeUnreached } from './declarations.ts'
import { licencesOf } from './licences.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')
const parts = join(dist, 'parts')

/** Files are found from where a module was compiled to (`import.meta.url`), which is no longer where it lies. */
function inItsPlace(path: string): string | undefined {
  if (!path.startsWith(dist + sep)) return undefined
  const place = relative(parts, path).split(sep).join('/')
  return readFileSync(path, 'utf8').replaceAll('import.meta.url', `new URL('${place}', import.meta.url).href`)
}

rmSync(parts, { recursive: true, force: true })
const bundle = await rolldown({
  cwd: root,
  input: { 'cli/main': join(dist, 'cli/main.js') },
  platform: 'node',
  // The first starts its threads with a file that it finds beside its own; the others are installed by whoever wants them.
  external: ['piscina', 'bullmq', 'ioredis'],
  plugins: [{ name: 'in its place', load: inItsPlace }],
})
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  // Names stay as they are, so that an error still says where it comes from.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
})
await bundle.close()

const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
const misplaced = output.filter(
  (file) => file.type === 'chunk' && dirname(dirname(file.fileName)) !== '.' && file.code.includes('import.meta.url'),
)
if (misplaced.length > 0) throw new Error(`${misplaced[0].fileName} would look for files in the wrong folder`)
// The command, where it is called without npm and where it is packed.
chmodSync(join(dist, 'cli/main.js'), 0o755)
writeFileSync(join(parts, 'licences.txt'), licencesOf(modules))
removeUnreached(root)
