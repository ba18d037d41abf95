import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readCertificationRequest } from '@main/ca/certificationRequest'
import { type Issuer, issuerOf } from '@main/ca/issue'
import { newSerialNumber } from '@main/ca/serialNumber'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PublicKey,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@main/ca/x509'
import { chooseKeyStore } from '@main/chooseKeyStore'
import { openFileLog } from '@main/log'
import { createRouter } from '@main/service'
import { openSite, type Site } from '@main/site'
import { createRouterClient } from '@orpc/server'
import { freshEcKeys, requestPem } from '../../support/certificationRequests'
import { median } from '../median'
import type { DeskAnswer, DeskQuestion, SearchFigures } from '../messages'
import { stationIdentity } from '../population'
import { serveParent } from '../serveParent'

// A site with a full request desk: all that is green is approved in one go, in turns with a bare program that only signs,
// and the page of the desk is asked for as a screen does, through the contract but without a wire.
const { values } = parseArgs({ options: { folder: { type: 'string' } } })
const ORGANISATION = 'Bench'
const TIMES = 15

const folder = values.folder ?? ''
const { log, close } = openFileLog(folder)
const opening = openSite({
  dataFolder: folder,
  bind: '127.0.0.1',
  ocppPort: 0,
  demo: false,
  keyStore: chooseKeyStore(folder, { kind: 'none' }, null),
  version: 'bench',
  log,
  desk: { askedPerOwner: Number.MAX_SAFE_INTEGER },
})

serveParent<DeskQuestion, DeskAnswer>(
  async (question) => measure(await opening, question),
  async () => {
    await (await opening).close()
    await close()
  },
)

const serialOf = (index: number) => `SN-${index}`
const csrOf = (index: number) =>
  requestPem({
    keyPair: freshEcKeys(),
    subject: [
      ['O', ORGANISATION],
      ['CN', serialOf(index)],
    ],
  })

async function measure(site: Site, { approved, waiting, rounds }: DeskQuestion): Promise<DeskAnswer> {
  await site.setUp('bench', { siteName: 'Bench', organisation: ORGANISATION })
  const stations = await Promise.all(
    Array.from({ length: approved }, (_, index) =>
      site.stations.register('bench', stationIdentity(index), '', serialOf(index)),
    ),
  )
  const ids = stations.map(({ stationId }) => stationId)
  /** Every station asks once; gives what they asked for. */
  const ask = async (): Promise<string[]> => {
    const texts = ids.map((_, index) => csrOf(index))
    await Promise.all(
      texts.map((csr, index) =>
        site.desk.receive({
          owner: { kind: 'station', id: ids[index] ?? 0 },
          connection: {
            transport: 'wss',
            protocol: 'ocpp2.0.1',
            remoteAddress: '192.0.2.1',
            authenticated: true,
            byCertificate: true,
          },
          csr,
          certificateType: null,
          stationRequestId: null,
          askedRoot: null,
        }),
      ),
    )
    return texts
  }

  const approving: number[] = []
  const signing: number[] = []
  const deriving: number[] = []
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const texts = await ask()
    const approvedMs = await timed(() => approveAll(site, approved))
    const issuer = await site.authority.withIssuing(issuerOf)
    const keys = texts.map(keyOf)
    const signedMs = await timed(() => issueBare(keys, issuer))
    const derivedMs = await timed(() => signBare(texts, issuer))
    if (round === 0) continue
    approving.push(approvedMs)
    signing.push(signedMs)
    deriving.push(derivedMs)
  }
  for (let asked = 0; asked < waiting; asked += approved) await ask()
  return {
    approveMs: median(approving),
    ofCertificates: median(approving.map((ms, round) => (signing[round] ?? 0) / ms)),
    ofSignatures: median(approving.map((ms, round) => (deriving[round] ?? 0) / ms)),
    certificatesMs: median(signing),
    signaturesMs: median(deriving),
    waiting: site.desk.countPending(),
    searches: await page(site),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function approveAll(site: Site, expected: number): Promise<void> {
  let approved = 0
  for await (const event of site.desk.approveGreen('bench', Number.MAX_SAFE_INTEGER)) {
    if (event.kind !== 'progress') throw new Error(event.kind)
    approved += event.results.filter(({ outcome }) => outcome.kind === 'approved').length
  }
  if (approved !== expected) throw new Error(`${approved} of ${expected} were approved`)
}

function keyOf(csr: string): Uint8Array {
  const request = readCertificationRequest(csr)
  if (request.kind !== 'readable') throw new Error(request.reason)
  return request.spki
}

/** What a program does that makes such certificates with the library alone: nothing examined, stored, audited or sent. */
function issueBare(keys: readonly Uint8Array[], { certificate, signingKey }: Issuer): Promise<unknown> {
  return Promise.all(
    keys.map(async (spki, index) => {
      const publicKey = new PublicKey(Uint8Array.from(spki))
      const leaf = await X509CertificateGenerator.create({
        serialNumber: newSerialNumber(randomBytes),
        subject: `O=${ORGANISATION}, CN=${serialOf(index)}`,
        issuer: certificate.subject,
        notBefore: new Date(),
        notAfter: new Date(Date.now() + 365 * 86_400_000),
        publicKey,
        signingKey,
        signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          await SubjectKeyIdentifierExtension.create(publicKey),
          await AuthorityKeyIdentifierExtension.create(certificate.publicKey),
        ],
      })
      return leaf.toString('pem')
    }),
  )
}

/** The signatures alone, over as many bytes of that length. */
function signBare(texts: readonly string[], { signingKey }: Issuer): Promise<unknown> {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return Promise.all(texts.map((text) => crypto.subtle.sign(algorithm, signingKey, Buffer.from(text))))
}

/** What the page of the desk asks for: the first time, and the median of the further ones. */
async function page(site: Site): Promise<SearchFigures[]> {
  const client = createRouterClient(createRouter(site), { context: { actor: 'bench' } })
  const searches: SearchFigures[] = []
  const time = async (name: string, ask: () => Promise<unknown>) => {
    const firstMs = await timed(ask)
    const further: number[] = []
    for (let turn = 1; turn < TIMES; turn += 1) further.push(await timed(ask))
    searches.push({ name, firstMs, medianMs: median(further) })
  }
  const { entries, total } = await client.requests.queue({ offset: 0, limit: 1 })
  const [first] = entries
  const middle = Math.floor(total / 2)
  const [inTheMiddle] = (await client.requests.queue({ offset: middle, limit: 1 })).entries
  await time('numbers', async () => {
    for await (const _ of await client.requests.summary()) return
  })
  await time('head', async () => {
    for await (const _ of await client.requests.watch()) return
  })
  await time('first page', () => client.requests.queue({ offset: 0, limit: 50 }))
  await time('page in the middle', () => client.requests.queue({ offset: middle, limit: 50 }))
  await time('last page', () => client.requests.queue({ offset: Math.max(0, total - 50), limit: 50 }))
  await time('place of a request', () => client.requests.place({ requestId: inTheMiddle?.id ?? 0 }))
  await time('a case', () => client.requests.get({ requestId: first?.id ?? 0 }))
  await time('history', () => client.requests.find({ limit: 50 }))
  return searches
}
