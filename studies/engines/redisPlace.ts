/** Where Redis is, and what is said of it: no message has more of an address than where it is, since it may hold a password. */
import { type ErrorKind, errorOfKind, usageError } from '../../engine/run/errors.ts'

/** As both packages take it. */
interface RedisAddress {
  readonly host: string
  readonly port: number
  readonly username?: string
  readonly password?: string
  readonly db?: number
  readonly tls?: { readonly servername: string }
}

/** Where Redis is, taken apart. */
export interface RedisPlace {
  readonly options: RedisAddress
  /** As messages may say it: without who asks. */
  readonly shown: string
}

/** @param url redis://user:password@host:6379/0, or rediss: for TLS @throws an error of kind `usage`, which does not repeat it */
export function redisPlace(url: string | undefined): RedisPlace {
  if (url === undefined || url === '') {
    throw usageError(
      '--redis: say where Redis is, as in redis://host:6379, or put it into the variable PLANTSHIFT_REDIS',
    )
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw usageError('--redis: this is no address of Redis; give redis://host:6379, or rediss://host:6379 for TLS')
  }
  const { protocol, hostname, port, username, password, pathname } = parsed
  const db = pathname.replace('/', '')
  if (!/^\d*$/.test(db))
    throw usageError('--redis: what follows the last / is the number of a database, as in redis://host:6379/0')
  const host = hostname.replaceAll(/[[\]]/g, '')
  return {
    options: {
      host,
      port: Number(port === '' ? 6379 : port),
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(db === '' ? {} : { db: Number(db) }),
      ...(protocol === 'rediss:' ? { tls: { servername: host } } : {}),
    },
    shown: `${protocol}//${hostname}:${port === '' ? 6379 : port}`,
  }
}

/** What kept a connection from coming about, in words. @param thrown what is thrown as it is where it is such an error already */
export function redisFailure(place: RedisPlace, why: unknown, thrown: unknown): unknown {
  if (thrown instanceof Error && 'kind' in thrown) return thrown
  const said = why instanceof Error ? why.message : String(why)
  const [kind, message]: readonly [ErrorKind, string] = /WRONGPASS|NOAUTH|NOPERM|invalid password/i.test(said)
    ? ['usage', 'Redis does not take this user and password']
    : /certificate|SSL|TLS|EPROTO|wrong version/i.test(said)
      ? [
          'usage',
          `no TLS connection comes about (${said}); rediss:// is for TLS alone, NODE_EXTRA_CA_CERTS names a certificate of one's own`,
        ]
      : ['busy', `nobody answers there (${said.replaceAll(/\s+/g, ' ')}); try again later`]
  return errorOfKind(kind, `${place.shown}: ${message}`)
}
