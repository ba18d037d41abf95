import { createHash, createSign } from 'node:crypto'
import { privateKeyPem, requestKey } from '@simulator/pki/keys'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { friendlyCharger } from '../support/friendlyCharger'
import { PlainFiles } from '../support/plainFiles'
import { hoursFromNow, TestCa } from '../support/testCa'

const at = friendlyCharger()
let files: PlainFiles

beforeEach(async () => {
  files = await PlainFiles.open()
})
afterEach(() => files.close())

const IMAGE = Buffer.from(`version: 2.5.0\n${'firmware '.repeat(2000)}`)
const now = () => new Date().toISOString()

/** Statuses told with this action, in order. */
const statuses = (action: string) => at.server.of(action).map(({ payload }) => payload.status)
const until = (action: string, status: string) => at.server.untilTrue(() => statuses(action).includes(status))

/** A key with its certificate, and the signature of a file by it. */
async function signer(ca: TestCa, options = {}) {
  const { csrPem, keys } = await requestKey('EC', 'Firmware signing', 'Maker')
  const certificate = await ca.sign(csrPem, { chain: ['leaf'], ...options })
  const key = await privateKeyPem(keys)
  return { certificate, sign: (file: Buffer) => createSign('SHA256').update(file).sign(key, 'base64') }
}

describe('logs', () => {
  test.each(['2.0.1', '2.1'] as const)('%s: GetLog really uploads', async (version) => {
    await at.ready({ version })
    const log = { remoteLocation: `${files.url}/logs/` }
    const [, , answer] = await at.server.command('GetLog', { logType: 'DiagnosticsLog', requestId: 7, log })
    const { filename, status } = answer as { filename: string; status: string }
    expect(status).toBe('Accepted')
    await until('LogStatusNotification', 'Uploaded')
    expect(at.server.of('LogStatusNotification').map(({ payload }) => payload)).toEqual([
      { status: 'Uploading', requestId: 7 },
      { status: 'Uploaded', requestId: 7 },
    ])
    expect(files.uploads).toMatchObject([{ method: 'PUT', path: `/logs/${filename}` }])
    expect(files.uploads[0]?.body.toString()).toContain('Boot Accepted')
  })

  test('the security log has security events only', async () => {
    await at.ready()
    await at.charger.sendSecurityEvent('TamperDetectionActivated')
    const log = { remoteLocation: `${files.url}/security.log` }
    await at.server.command('GetLog', { logType: 'SecurityLog', requestId: 1, log })
    await until('LogStatusNotification', 'Uploaded')
    const text = files.uploads[0]?.body.toString() ?? ''
    expect(text).toContain('TamperDetectionActivated')
    expect(text).not.toContain('Boot')
  })

  test('tries again, falls back to POST, and says what went wrong', async () => {
    await at.ready()
    files.refuse.set('PUT', { status: 405, times: 99 })
    files.refuse.set('POST', { status: 503, times: 1 })
    const log = { remoteLocation: `${files.url}/a.log` }
    await at.server.command('GetLog', { logType: 'DiagnosticsLog', requestId: 1, log, retries: 1, retryInterval: 1 })
    await until('LogStatusNotification', 'Uploaded')
    expect(files.requests).toEqual(['PUT /a.log', 'POST /a.log', 'PUT /a.log', 'POST /a.log'])
    files.refuse.set('PUT', { status: 403, times: 1 })
    await at.server.command('GetLog', { logType: 'DiagnosticsLog', requestId: 2, log })
    await until('LogStatusNotification', 'PermissionDenied')
    const ftp = { remoteLocation: 'ftp://127.0.0.1/a.log' }
    await at.server.command('GetLog', { logType: 'DiagnosticsLog', requestId: 3, log: ftp })
    await until('LogStatusNotification', 'NotSupportedOperation')
  })

  test('a second order ends the first', async () => {
    await at.ready()
    files.refuse.set('PUT', { status: 503, times: 1 })
    const log = { remoteLocation: `${files.url}/a.log` }
    const order = { logType: 'DiagnosticsLog', log, retries: 3, retryInterval: 3600 }
    await at.server.command('GetLog', { ...order, requestId: 1 })
    await at.server.untilTrue(() => statuses('LogStatusNotification').length === 1)
    expect((await at.server.command('GetLog', { ...order, requestId: 2 }))[2]).toMatchObject({
      status: 'AcceptedCanceled',
    })
    await until('LogStatusNotification', 'Uploaded')
    expect(at.server.of('LogStatusNotification').map(({ payload }) => [payload.status, payload.requestId])).toEqual([
      ['Uploading', 1],
      ['AcceptedCanceled', 1],
      ['Uploading', 2],
      ['Uploaded', 2],
    ])
  })

  test('1.6: GetDiagnostics, and GetLog of the extension', async () => {
    await at.ready({ version: '1.6' })
    const [, , answer] = await at.server.command('GetDiagnostics', { location: `${files.url}/` })
    await until('DiagnosticsStatusNotification', 'Uploaded')
    expect(statuses('DiagnosticsStatusNotification')).toEqual(['Uploading', 'Uploaded'])
    expect(files.uploads[0]?.path).toBe(`/${(answer as { fileName: string }).fileName}`)
    at.charger.faults.uploadFails = true
    await at.server.command('GetDiagnostics', { location: `${files.url}/` })
    await until('DiagnosticsStatusNotification', 'UploadFailed')
    at.charger.faults.uploadFails = false
    const log = { remoteLocation: `${files.url}/x` }
    await at.server.command('GetLog', { logType: 'SecurityLog', requestId: 4, log })
    await until('LogStatusNotification', 'Uploaded')
    expect(at.server.of('LogStatusNotification').at(-1)?.payload).toEqual({ status: 'Uploaded', requestId: 4 })
  })
})

describe('firmware', () => {
  test('2.0.1: a signed update from the download to the boot with the new version', async () => {
    const ca = await TestCa.create()
    const { certificate, sign } = await signer(ca)
    files.files.set('/fw.bin', IMAGE)
    await at.ready()
    await at.server.command('InstallCertificate', {
      certificateType: 'ManufacturerRootCertificate',
      certificate: ca.issuing.certificate.toString('pem'),
    })
    const firmware = {
      location: `${files.url}/fw.bin`,
      retrieveDateTime: now(),
      signingCertificate: certificate,
      signature: sign(IMAGE),
    }
    expect((await at.server.command('UpdateFirmware', { requestId: 9, firmware }))[2]).toEqual({ status: 'Accepted' })
    await until('FirmwareStatusNotification', 'Installed')
    expect(at.server.of('FirmwareStatusNotification').map(({ payload }) => payload)).toEqual(
      ['Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'InstallRebooting', 'Installed'].map(
        (status) => ({ status, requestId: 9 }),
      ),
    )
    expect(at.server.of('BootNotification').at(-1)?.payload).toMatchObject({
      reason: 'FirmwareUpdate',
      chargingStation: { firmwareVersion: '2.5.0' },
    })
    expect((await at.server.until('SecurityEventNotification'))[0]?.payload.type).toBe('FirmwareUpdated')
    expect(at.charger.firmware).toBe('2.5.0')
    expect(at.charger.evses[0]?.status).toBe('available')
  })

  test('waits for the running session, and lets no new one in', async () => {
    files.files.set('/fw.bin', IMAGE)
    await at.ready({ evses: 2 })
    await at.charger.presentCard(1, { value: 'AA', type: 'ISO14443' })
    const firmware = { location: `${files.url}/fw.bin`, retrieveDateTime: now() }
    await at.server.command('UpdateFirmware', { requestId: 1, firmware })
    await until('FirmwareStatusNotification', 'Downloaded')
    await at.charger.waitFor('status', ({ evseId, status }) => evseId === 2 && status === 'Unavailable', {
      from: 'history',
    })
    expect(await at.charger.presentCard(2, { value: 'BB', type: 'ISO14443' })).toMatchObject({ why: 'unavailable' })
    expect(statuses('FirmwareStatusNotification')).not.toContain('Installing')
    await at.charger.stopSession(1)
    await until('FirmwareStatusNotification', 'Installed')
    expect(at.charger.evses.map(({ status }) => status)).toEqual(['available', 'available'])
  })

  test.each([
    ['download-failed', 'DownloadFailed'],
    ['bad-signature', 'InvalidSignature'],
    ['install-failed', 'InstallationFailed'],
    ['verification-failed', 'InstallVerificationFailed'],
  ] as const)('%s on command ends with %s', async (fault, status) => {
    const { certificate, sign } = await signer(await TestCa.create())
    files.files.set('/fw.bin', IMAGE)
    await at.ready({ version: '2.1' })
    at.charger.faults.firmware = fault
    const firmware = {
      location: `${files.url}/fw.bin`,
      retrieveDateTime: now(),
      signingCertificate: certificate,
      signature: sign(IMAGE),
    }
    await at.server.command('UpdateFirmware', { requestId: 1, firmware })
    await until('FirmwareStatusNotification', status)
    if (fault === 'bad-signature') {
      expect((await at.server.until('SecurityEventNotification'))[0]?.payload.type).toBe('InvalidFirmwareSignature')
    }
    expect(at.server.of('BootNotification').length).toBe(1)
    expect(at.charger.evses[0]?.status).toBe('available')
  })

  test('a tampered file, an expired certificate, a file that is not there', async () => {
    const ca = await TestCa.create()
    const { certificate, sign } = await signer(ca)
    const expired = await signer(ca, { notBefore: hoursFromNow(-10), notAfter: hoursFromNow(-5) })
    files.files.set('/fw.bin', Buffer.concat([IMAGE, Buffer.from('!')]))
    await at.ready()
    const firmware = { location: `${files.url}/fw.bin`, retrieveDateTime: now(), signature: sign(IMAGE) }
    await at.server.command('UpdateFirmware', {
      requestId: 1,
      firmware: { ...firmware, signingCertificate: certificate },
    })
    await until('FirmwareStatusNotification', 'InvalidSignature')
    const answer = await at.server.command('UpdateFirmware', {
      requestId: 2,
      firmware: { ...firmware, signingCertificate: expired.certificate },
    })
    expect(answer[2]).toEqual({ status: 'InvalidCertificate' })
    await at.server.command('UpdateFirmware', {
      requestId: 3,
      firmware: { location: `${files.url}/nothing`, retrieveDateTime: now() },
      retries: 2,
      retryInterval: 1,
    })
    await until('FirmwareStatusNotification', 'DownloadFailed')
    expect(files.requests.filter((line) => line === 'GET /nothing').length).toBe(3)
  })

  test('1.6: the plain update and the signed one have their own messages', async () => {
    const { certificate, sign } = await signer(await TestCa.create())
    files.files.set('/fw.bin', IMAGE)
    await at.ready({ version: '1.6' })
    const location = `${files.url}/fw.bin`
    expect((await at.server.command('UpdateFirmware', { location, retrieveDate: now() }))[2]).toEqual({})
    await until('FirmwareStatusNotification', 'Installed')
    expect(statuses('FirmwareStatusNotification')).toEqual(['Downloading', 'Downloaded', 'Installing', 'Installed'])
    await at.charger.waitFor('ready', undefined, { from: 'history' })
    const firmware = { location, retrieveDateTime: now(), signingCertificate: certificate, signature: sign(IMAGE) }
    expect((await at.server.command('SignedUpdateFirmware', { requestId: 3, firmware }))[2]).toEqual({
      status: 'Accepted',
    })
    await until('SignedFirmwareStatusNotification', 'Installed')
    expect(at.server.of('SignedFirmwareStatusNotification').at(-1)?.payload).toEqual({
      status: 'Installed',
      requestId: 3,
    })
  })

  test('2.x: firmware for the neighbours is published, and no longer', async () => {
    files.files.set('/fw.bin', IMAGE)
    const checksum = createHash('md5').update(IMAGE).digest('hex')
    await at.ready({ version: '2.1' })
    const order = { location: `${files.url}/fw.bin`, requestId: 2 }
    await at.server.command('PublishFirmware', { ...order, checksum: '0'.repeat(32) })
    await until('PublishFirmwareStatusNotification', 'InvalidChecksum')
    await at.server.command('PublishFirmware', { ...order, checksum })
    await until('PublishFirmwareStatusNotification', 'Published')
    const [published] = at.server.of('PublishFirmwareStatusNotification').slice(-1)
    const [address = ''] = (published?.payload.location ?? []) as string[]
    const file = await fetch(address)
    expect(Buffer.from(await file.arrayBuffer()).equals(IMAGE)).toBe(true)
    expect((await at.server.command('UnpublishFirmware', { checksum }))[2]).toEqual({ status: 'Unpublished' })
    expect((await at.server.command('UnpublishFirmware', { checksum }))[2]).toEqual({ status: 'NoFirmware' })
    await expect(fetch(address)).rejects.toThrow()
  })
})
