/** Why an update is not taken, or a feed tells nothing. Each is a whole sentence with what to do. */
export const updates = {
  refused: {
    noKey:
      'This copy of Chargehand was built without a release key, so it can not tell a real update from a false one, and takes none. Install the next version with its installer.',
    demo: 'This is the demo, which keeps nothing. Start Chargehand without --demo to update it.',
    notSigned:
      'This is not the signed description of an update. It is the small file “{{name}}” that comes with each installer.',
    otherKey:
      'This update is signed by somebody else: none of its signatures is of a key that this program knows. Take it from where this program came from.',
    badSignature:
      'The signature does not fit: the description of this update was changed after it was signed. Take it again from where this program came from.',
    otherProduct: 'This update is for another program, {{product}}.',
    otherSystem: 'This update is for {{found}}, and this computer is {{here}}. Take the one for {{here}}.',
    otherPackage:
      'This update is of the kind {{found}}, and Chargehand was installed here as {{here}}. Take the one of that kind.',
    sameVersion: 'This is version {{version}}, which is running already.',
    older:
      'This is version {{found}}, older than {{here}}, which is running. Going back could not read the data any more.',
    otherSize:
      'The file has {{found}} bytes, and the signed one {{wanted}}. It is cut off, or another one: copy it again.',
    damaged: 'The file is damaged, or not the one that was signed. Copy it again, or take it anew.',
    noRoom: 'The file needs {{needed}} MB in the data folder, and {{free}} MB are free there.',
    busy: 'An update is being fetched or installed at this moment. Wait for its end, or cancel it.',
    gone: 'The file that was checked is gone or was changed since. Choose it again.',
    notReplaced:
      'The program’s file could not be replaced ({{reason}}). Nothing was changed. Type the command instead.',
  },
  feed: {
    badAddress: 'Type an address that begins with https://, or the whole path of a folder.',
    unreachable: 'The feed can not be reached ({{reason}}). It is tried again tomorrow; nothing else depends on it.',
    nothingThere: 'There is no “{{name}}” at this address.',
    tooLarge: 'What lies there as “{{name}}” is too large to be the description of an update.',
  },
} as const
