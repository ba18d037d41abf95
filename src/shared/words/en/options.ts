/**
 * What is said about the command line. `help` is the frame of `--help`; what each option does stands in the table of
 * options itself (src/main/optionTable.ts), beside its name and default. `problem` goes into BAD_OPTION, behind the
 * option or variable that it is about.
 */
export const options = {
  help: {
    usage: 'Usage: {{command}} [options]',
    about: 'Central system for the chargers of one site, with its console. The command line wins over the environment.',
    fallback: 'Default: {{value}}.',
    variable: 'Also {{name}}.',
  },
  problem: {
    unknown: 'is not an option.',
    unknownNear: 'is not an option. Did you mean --{{name}}?',
    twice: 'is given twice.',
    takesNoValue: 'takes no value.',
    needsValue: 'needs a value ({{value}}).',
    notYesOrNo: '“{{given}}” is neither 1 nor 0.',
    noPort: '“{{given}}” is not a port number (0 to 65535).',
    noAddress: '“{{given}}” is not a network address such as 192.0.2.10, :: or 0.0.0.0.',
    noHttpOrigin: '“{{given}}” is not an address such as http://192.0.2.10:9000, without anything behind it.',
    passphraseTwice: 'give either a file or {{variable}}, not both.',
    demoFolder: 'uses a throw-away folder of its own; leave --data and CHARGEHAND_DATA out.',
    folderNotMade: 'the folder {{folder}} can not be made ({{reason}}).',
    notTogether: 'does not go together with {{other}}.',
    passphraseMissing: 'the passphrase is needed, and nobody can be asked here.',
    passphraseUnreadable: 'the file {{file}} can not be read.',
    passphraseEmpty: 'the first line of {{file}} is empty.',
  },
} as const
