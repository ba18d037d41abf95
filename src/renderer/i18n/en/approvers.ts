/** Texts of the second person for approvals. */
export const approvers = {
  title: 'Two people approve certificates',
  text: 'With a second person here, nothing is signed until one of the people below has confirmed it with an own passphrase, besides whoever sits at this console. Rules approve nothing as long as it is so. It keeps one person from approving alone at the screen; it does not stop somebody who can change the files of this computer.',
  isOn: 'Two people have to approve.',
  isOff: 'One person approves. Adding somebody here makes it two.',
  confirmFirst: 'Any change here is confirmed by somebody who is in the list:',
  list: 'Who confirms',
  name: 'Name of the second person',
  nameHint:
    'It stands in the trail of changes at everything that they confirm. Take another person than the one who mostly sits here.',
  nameMissing: 'Give a name.',
  passphrase: 'Passphrase of the second person',
  passphraseHint:
    'At least {{min}} characters, typed by that person. It is stored salted and hashed; nobody can read it back.',
  repeat: 'The same once more',
  repeatWrong: 'The two differ.',
  add: 'Add second person',
  added: 'From now on {{name}} can confirm approvals; two people have to approve.',
  remove: 'Remove {{name}}',
  removeLast: 'Remove {{name}}: one person approves again',
  removed: 'The second person is removed.',
  operators: {
    text: 'Nothing is signed until two certificate officers (or administrators) have approved it: the second types a PIN or password beside the first, or approves it after signing in. Rules approve nothing as long as it is so, and one of the others confirms every change of the operators. It keeps one person from approving alone at the screen; it does not stop somebody who can change the files of this computer.',
    could: 'Besides you, these can be the second: {{names}}.',
    nobodyElse: 'Nobody but you could approve. Make another operator certificate officer first.',
    wanted: 'Two people have to approve',
    confirmOff: 'Switching it off is confirmed by one of the others:',
  },
  refused: {
    'operators-instead': 'Operators sign in at the console now: they are the second people.',
    'name-taken': 'Somebody of this name is in the list already.',
    'too-many': 'There are as many as there can be. Remove somebody first.',
  },
} as const
