import { isLink } from './deepLink'

/**
 * Switches that Electron, Chromium and Node take for themselves but leave in `process.argv`: debuggers, test drivers,
 * graphics and the relaunch of a second instance use them. They are not options of ours, and no mistakes either.
 */
const RUNTIME_SWITCH =
  /^--(no-sandbox|no-zygote|inspect|remote-debugging|enable-|disable-|force-|use-|ozone-|gtk-|lang=|js-flags|user-data-dir|password-store|proxy-|in-process-gpu|high-dpi|original-process-start-time|allow-file-access|squirrel-|trace-|v=|log-)/

/**
 * The program's own arguments. `packaged` is false when Electron was given the folder of the program, which then is
 * the first argument that is not a switch.
 */
export function ownArguments(argv: readonly string[], packaged: boolean): string[] {
  const given = argv.slice(1).filter((argument) => !RUNTIME_SWITCH.test(argument) && !isLink(argument))
  if (packaged) return given
  const program = given.findIndex((argument) => !argument.startsWith('-'))
  return given.filter((_, index) => index !== program)
}
