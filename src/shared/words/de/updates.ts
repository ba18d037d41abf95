import type { updates as EnglishUpdates } from '../en/updates'
import type { Translation } from '../translation'

export const updates: Translation<typeof EnglishUpdates> = {
  refused: {
    noKey:
      'Dieses Exemplar von Chargehand wurde ohne Herausgeberschlüssel gebaut. Es kann eine echte Aktualisierung nicht von einer falschen unterscheiden und nimmt deshalb keine an. Installieren Sie die nächste Version mit ihrem Installationsprogramm.',
    demo: 'Dies ist die Demo, die nichts behält. Starten Sie Chargehand ohne --demo, um es zu aktualisieren.',
    notSigned:
      'Das ist nicht die signierte Beschreibung einer Aktualisierung. Gemeint ist die kleine Datei „{{name}}“, die zu jedem Installationsprogramm gehört.',
    otherKey:
      'Diese Aktualisierung hat jemand anderes signiert: Keine ihrer Signaturen stammt von einem Schlüssel, den dieses Programm kennt. Nehmen Sie die von dort, woher dieses Programm kam.',
    badSignature:
      'Die Signatur passt nicht: Die Beschreibung dieser Aktualisierung wurde nach dem Signieren geändert. Nehmen Sie sie neu von dort, woher dieses Programm kam.',
    otherProduct: 'Diese Aktualisierung ist für ein anderes Programm, {{product}}.',
    otherSystem:
      'Diese Aktualisierung ist für {{found}}, und dieser Rechner ist {{here}}. Nehmen Sie die für {{here}}.',
    otherPackage:
      'Diese Aktualisierung ist von der Art {{found}}, und Chargehand wurde hier als {{here}} installiert. Nehmen Sie die von dieser Art.',
    sameVersion: 'Das ist Version {{version}}, die schon läuft.',
    older:
      'Das ist Version {{found}}, älter als {{here}}, die gerade läuft. Eine ältere Version könnte die Daten nicht mehr lesen.',
    otherSize:
      'Die Datei hat {{found}} Bytes, die signierte {{wanted}}. Sie ist abgeschnitten oder eine andere: Kopieren Sie sie noch einmal.',
    damaged:
      'Die Datei ist beschädigt oder nicht die, die signiert wurde. Kopieren Sie sie noch einmal, oder besorgen Sie sie neu.',
    noRoom: 'Die Datei braucht {{needed}} MB im Datenordner, und dort sind {{free}} MB frei.',
    busy: 'Gerade wird eine Aktualisierung geholt oder installiert. Warten Sie, bis das zu Ende ist, oder brechen Sie es ab.',
    gone: 'Die geprüfte Datei ist nicht mehr da oder wurde seitdem geändert. Wählen Sie sie noch einmal.',
    notReplaced:
      'Die Programmdatei konnte nicht ersetzt werden ({{reason}}). Nichts wurde geändert. Geben Sie stattdessen den Befehl ein.',
  },
  feed: {
    badAddress: 'Geben Sie eine Adresse ein, die mit https:// beginnt, oder den vollständigen Pfad eines Ordners.',
    unreachable:
      'Die Quelle ist nicht erreichbar ({{reason}}). Morgen wird es wieder versucht; sonst hängt nichts davon ab.',
    nothingThere: 'An dieser Adresse gibt es keine Datei „{{name}}“.',
    tooLarge: 'Was dort als „{{name}}“ liegt, ist zu groß für die Beschreibung einer Aktualisierung.',
  },
}
