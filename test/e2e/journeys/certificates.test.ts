import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Charger, ChargerOptions } from '@simulator/index'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshEcKeys, requestPem } from '../../support/certificationRequests'
import { environment } from '../../support/environment'
import { type Journey, openJourney, SITE } from '../../support/journey'
import type { Console } from '../../support/pages/console'

describe.skipIf(environment.chromium === null)('a charger asks for a certificate', () => {
  let site: Journey
  beforeAll(async () => {
    site = await openJourney()
  })
  afterEach((test) => site.leave(test))
  afterAll(() => site?.close())

  /** A station that is admitted and connected. */
  async function connected(console: Console, options: Omit<ChargerOptions, 'url'>): Promise<Charger> {
    await console.goTo('Stations')
    await console.stations.add(options.identity)
    const charger = site.charger(options)
    charger.start()
    await charger.waitFor('ready', undefined, { from: 'history' })
    return charger
  }

  it.each([
    ['2.0.1', 'EC'],
    ['1.6', 'RSA'],
  ] as const)('and gets it (%s, %s)', async (version, keyType) => {
    const identity = `GETS_${keyType}`
    const console = await site.console()
    const charger = await connected(console, { identity, version, keyType })
    await console.goTo('Overview')
    expect(await charger.requestCertificate()).toMatchObject({ accepted: true })
    await console.overview
      .decision(`${identity} asks for a certificate`)
      .getByRole('link', { name: 'Open request' })
      .click()
    const open = console.requests.case(identity)
    await console.requests.finding('The sender owns the key it asks a certificate for.').waitFor()
    await console.requests.finding(`The name in the request is this station’s serial number, SN-${identity}.`).waitFor()
    await console.requests.finding(`The organisation in the request is yours, ${SITE.organisation}.`).waitFor()
    await console.requests.finding(`This is the first certificate for ${identity}.`).waitFor()

    const installed = charger.waitFor('certificate-installed')
    await console.page.keyboard.press('a')
    await open.getByText(new RegExp(`The approval for ${identity} is sent in \\d seconds\\.`)).waitFor()
    await console.requests.sendNow.click()
    await installed
    await open.getByText(`${identity} accepted the certificate.`).waitFor()

    await console.goTo('Certificates')
    await console.certificates.issuedTo(identity).getByText('Accepted by the station').waitFor()
    const root = await console.certificates.saveRoot()
    const chain = await console.certificates.saveChain()
    expect([root.name, chain.name]).toEqual([`${SITE.name} root.pem`, `${SITE.name} chain.pem`])
    if (environment.openssl !== null) {
      expect(verified(environment.openssl, root.text, chain.text, charger.certificate?.chain ?? '')).toBe(true)
    }
  })

  it('and loses it again: it is revoked with a reason, for good', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'REVOKED', version: '2.0.1' })
    await charger.requestCertificate()
    await console.goTo('Requests')
    await console.requests.open('REVOKED')
    const installed = charger.waitFor('certificate-installed')
    await console.requests.approve.click()
    await console.requests.sendNow.click()
    await installed
    await console.goTo('Certificates')
    await console.certificates
      .planOf('REVOKED')
      .getByText(/Asked for a new one from/)
      .waitFor()
    const open = await console.certificates.open('REVOKED')
    await open.getByText('Not used yet').waitFor()
    await console.certificates.revoke('Its key may be in other hands')
    await console.sees('The certificate of REVOKED is revoked.')
    await open.getByText('Its key may be in other hands').waitFor()
    await console.page.keyboard.press('Escape')
    await console.certificates.issuedTo('REVOKED').getByText('Revoked', { exact: true }).waitFor()
    await console.certificates.planOf('REVOKED').waitFor({ state: 'detached' })
    await console.goTo('Events')
    await console.events.show('Changes')
    await console.events.row('was revoked').waitFor()
  })

  it('and the approval is taken back in time', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'WAITS', version: '2.0.1' })
    await charger.requestCertificate()
    await console.goTo('Requests')
    const open = await console.requests.open('WAITS')
    await console.requests.approve.click()
    await open.getByText(/The approval for WAITS is sent in \d seconds\./).waitFor()
    await console.page.keyboard.press('u')
    await console.sees('Nothing was signed. WAITS still waits.')
    await console.requests.approve.waitFor()
    expect(charger.history.filter(({ kind }) => kind === 'command-received')).toEqual([])
  })

  it('and is rejected with a reason', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'REJECTED', version: '2.0.1' })
    await charger.requestCertificate()
    await console.goTo('Requests')
    const open = await console.requests.open('REJECTED')
    await console.requests.reject.click()
    await open.getByText('Give a reason first.').waitFor()
    await console.requests.rejectReason.fill('Belongs to the neighbour')
    await console.requests.reject.click()
    await console.sees('The request of REJECTED is rejected.')
    await open.getByText('Belongs to the neighbour').waitFor()
    await console.requests.inQueue('REJECTED').waitFor({ state: 'detached' })
    // The server answers in order: had it sent something before, it would have come before this answer.
    await charger.heartbeat()
    expect(charger.history.filter(({ kind }) => kind === 'command-received')).toEqual([])
    await console.goTo('Events')
    await console.events.show('Changes')
    await console.events.row('was rejected', 'Reason: Belongs to the neighbour').waitFor()
  })

  it('and gets it when it comes back, if it was away', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'AWAY', version: '2.0.1' })
    await charger.requestCertificate()
    charger.dropLink()
    await console.goTo('Requests')
    const open = await console.requests.open('AWAY')
    await open.getByText('Not connected', { exact: true }).waitFor()
    await console.requests.approve.click()
    await console.requests.sendNow.click()
    await open.getByText('AWAY is not connected; it gets the certificate when it comes back.').waitFor()
    const installed = charger.waitFor('certificate-installed')
    charger.restoreLink()
    await installed
    await open.getByText('AWAY accepted the certificate.').waitFor()
  })

  it('and refuses what it gets', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'REFUSES', version: '2.0.1' })
    charger.faults.rejectCertificates = true
    await charger.requestCertificate()
    await console.goTo('Requests')
    const open = await console.requests.open('REFUSES')
    await console.requests.approve.click()
    await console.requests.sendNow.click()
    await open.getByText(/^REFUSES refused the certificate/).waitFor()
    await console.goTo('Certificates')
    await console.certificates.issuedTo('REFUSES').getByText('Refused by the station').waitFor()
    await console.goTo('Events')
    await console.events.row('REFUSES', 'The station does not accept a certificate that was sent to it').waitFor()
  })

  it('in another’s name, which warns, or for a key that it does not own, which blocks', async () => {
    const console = await site.console()
    const charger = await connected(console, { identity: 'ODD', version: '2.0.1' })
    const ask = (csr: string) => charger.call('SignCertificate', { csr, certificateType: 'ChargingStationCertificate' })
    const subject = (serial: string) =>
      [
        ['O', SITE.organisation],
        ['CN', serial],
      ] as const
    await ask(requestPem({ keyPair: freshEcKeys(), subject: subject('SN-SOMEBODY-ELSE') }))
    await console.goTo('Requests')
    const open = await console.requests.open('ODD')
    await console.requests
      .finding('The request names “SN-SOMEBODY-ELSE”, but this station’s serial number is “SN-ODD”.')
      .waitFor()
    await open.getByText('A finding warns, so say why you approve it all the same.').waitFor()
    await console.page.keyboard.press('a')
    await open.getByText('Give a reason first.').waitFor()
    await console.requests.rejectReason.fill('Wrong name')
    await console.requests.reject.click()
    await open.getByText('Wrong name').waitFor()
    // Else it is this one that is opened next, if the queue is a moment behind.
    await console.requests.inQueue('ODD').waitFor({ state: 'detached' })

    await ask(requestPem({ keyPair: freshEcKeys(), signWith: freshEcKeys().privateKey, subject: subject('SN-ODD') }))
    const worse = await console.requests.open('ODD')
    await console.requests.finding('The sender did not prove that it owns the key.').waitFor()
    await worse.getByText('Can’t be approved: one finding blocks it.').waitFor()
    expect(await console.requests.approve.isDisabled()).toBe(true)
    await console.page.keyboard.press('a')
    await worse.getByText('Your decision').waitFor()
    expect(await console.requests.sendNow.count()).toBe(0)
  })
})

/** Whether OpenSSL accepts the charger's certificate under the root and the chain that the console handed out. */
function verified(openssl: string, root: string, chain: string, installed: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-verify-'))
  try {
    const file = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text)
      return path.join(folder, name)
    }
    const files = [
      '-CAfile',
      file('root.pem', root),
      '-untrusted',
      file('chain.pem', chain),
      file('leaf.pem', installed),
    ]
    const said = execFileSync(openssl, ['verify', '-x509_strict', '-purpose', 'sslclient', ...files], {
      encoding: 'utf8',
    })
    return said.includes(': OK')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
