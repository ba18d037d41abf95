import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CHROMIUM_SHELL, onPath, readEnvironment } from '../test/support/environment.ts'
import { findElectron, hasDisplay } from './electronRuntime.mjs'

const INSTALL_LIMIT_MS = 10 * 60_000

/**
 * Finds what the tests need besides npm packages, and installs it with apt where this account may (root on Debian and
 * its relatives). Returns the variables for test/support/environment.ts, what Electron is to be wrapped in to have a
 * display, and a sentence for each thing that is missing.
 */
export function prepareEnvironment() {
  const found = {
    openssl: locate('OpenSSL', () => readEnvironment(process.env, process.platform).openssl, 'openssl'),
    sslscan: locate('sslscan', () => readEnvironment(process.env, process.platform).sslscan, 'sslscan'),
    certtool: locate('GnuTLS', () => readEnvironment(process.env, process.platform).certtool, 'gnutls-bin'),
    chromium: chromium(),
    pcscd: locate(
      'Virtual card reader',
      () => readEnvironment(process.env, process.platform).pcscd,
      'pcscd',
      'vsmartcard-vpcd',
      'libpcsclite1',
    ),
    mosquitto: locate(
      'Mosquitto clients',
      () => readEnvironment(process.env, process.platform).mosquitto,
      'mosquitto-clients',
    ),
    python: locate(
      'Python with paho-mqtt',
      () => readEnvironment(process.env, process.platform).python,
      'python3-paho-mqtt',
      'python3-openssl',
      'python3-requests',
    ),
    ...prepareElectron(),
  }
  const missing = {}
  if (!found.openssl) missing.openssl = 'OpenSSL’s command was not found: install it or set CHARGEHAND_TEST_OPENSSL'
  if (!found.sslscan) missing.sslscan = 'sslscan was not found: install it or set CHARGEHAND_TEST_SSLSCAN'
  if (!found.certtool) {
    missing.certtool = 'GnuTLS’ certtool was not found: install gnutls-bin or set CHARGEHAND_TEST_CERTTOOL'
  }
  if (!found.chromium) missing.chromium = 'No working Chromium was found: install it or set CHROMIUM_PATH'
  if (!found.pcscd) {
    missing.pcscd =
      'No card reader can be simulated: install pcscd and vsmartcard-vpcd on Debian or a relative, and run the tests as root'
  }
  if (!found.mosquitto) {
    missing.mosquitto =
      'Mosquitto’s commands were not found: install mosquitto-clients or set CHARGEHAND_TEST_MOSQUITTO to mosquitto_pub'
  }
  if (!found.python) {
    missing.python =
      'Python with paho-mqtt, pyOpenSSL and requests was not found: install python3-paho-mqtt, python3-openssl and python3-requests, or set CHARGEHAND_TEST_PYTHON'
  }
  if (!found.electron) missing.electron = found.problem
  return {
    wrapper: found.wrapper,
    missing,
    variables: {
      CHARGEHAND_TEST_OPENSSL: found.openssl ?? '',
      CHARGEHAND_TEST_CHROMIUM: found.chromium ?? '',
      CHARGEHAND_TEST_SSLSCAN: found.sslscan ?? '',
      CHARGEHAND_TEST_CERTTOOL: found.certtool ?? '',
      CHARGEHAND_TEST_PCSCD: found.pcscd ?? '',
      CHARGEHAND_TEST_MOSQUITTO: found.mosquitto ?? '',
      CHARGEHAND_TEST_PYTHON: found.python ?? '',
      CHARGEHAND_TEST_ELECTRON: found.electron ?? '',
    },
  }
}

function prepareElectron() {
  const { file, missing } = findElectron()
  if (missing) return { electron: null, wrapper: [], problem: missing }
  if (process.platform !== 'linux') return { electron: file, wrapper: [] }
  // A screen of its own: windows that pop up over somebody's work would be clicked.
  const xvfb = locate(
    'Xvfb',
    () => onPath(['Xvfb'], process.env.PATH) && onPath(['xvfb-run'], process.env.PATH),
    'xvfb',
    'xauth',
  )
  if (xvfb) return { electron: file, wrapper: [xvfb, '-a', '-s', '-screen 0 1440x900x24'] }
  if (hasDisplay()) return { electron: file, wrapper: [] }
  return { electron: null, wrapper: [], problem: 'There is no display for Electron: install xvfb' }
}

/** Without its windows if that can be had; the whole browser does as well, only slower. */
function chromium() {
  if (!process.env.CHROMIUM_PATH && !onPath([CHROMIUM_SHELL], process.env.PATH)) install([CHROMIUM_SHELL])
  return locate('Chromium', workingChromium, 'chromium')
}

/** Ubuntu's `chromium` may be a stub that only says to install something else, so it has to answer. */
function workingChromium() {
  const { chromium } = readEnvironment(process.env, process.platform)
  if (!chromium) return null
  if (process.platform === 'win32') return existsSync(chromium) ? chromium : null
  return spawnSync(chromium, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0 ? chromium : null
}

function locate(name, find, ...packages) {
  const file = find() || (install(packages) ? find() : null)
  console.log(`${name}: ${file || 'not found'}`)
  return file
}

let listsUpdated = false

function install(packages) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${packages.join(', ')} …`)
  if (!listsUpdated) apt('update')
  listsUpdated = true
  return apt('install', '-y', '--no-install-recommends', ...packages)
}

function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: INSTALL_LIMIT_MS }
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...words], options)
  if (status !== 0) process.stderr.write(stderr ?? '')
  return status === 0
}
