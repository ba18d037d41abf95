import type { Translation } from '@shared/words/translation'
import type { firstSteps as EnglishFirstSteps } from '../en/firstSteps'

export const firstSteps: Translation<typeof EnglishFirstSteps> = {
  title: 'Erste Schritte',
  about:
    'Vom leeren Standort bis zum ersten Ladevorgang und zu einer Sicherung. Was erledigt ist, zeigt sich von selbst; gehen Sie, wann Sie möchten, und machen Sie weiter, wo Sie waren.',
  over: 'Alles ist erledigt. Die Adresse für die nächste Ladestation bleibt hier, beim ersten Schritt.',
  toOverview: 'Zur Übersicht',
  later: 'Später weitermachen',
  numbered: '{{number}}. {{title}}',
  done: 'Erledigt',
  line: {
    title: 'Erste Schritte: {{done}} von {{all}} erledigt',
    next: 'Als Nächstes: {{step}}',
    go: 'Weitermachen',
    putAway: 'Weglegen',
  },
  call: {
    title: 'Eine Ladestation verbinden',
    another: 'Adresse für eine weitere Ladestation',
    noAddress:
      'Dieser Rechner hat keine Netzadresse, unter der ihn Ladestationen erreichen könnten. Verbinden Sie ihn mit dem Netz der Ladestationen; dann erscheint die Adresse hier.',
    which: 'Unter welcher Adresse ist dieser Rechner im Netz der Ladestationen?',
    withoutTls: 'Unverschlüsselt. So kann jede Ladestation beginnen; zu TLS wird sie später von hier aus geführt.',
    withTls:
      'Verschlüsselt. Die Ladestation braucht vorher das Stammzertifikat dieses Standorts (Zertifikate, „Stammzertifikat speichern“), sonst legt sie auf.',
    identity: 'Name der Ladestation',
    identityHint: 'Ihre Kennung: Buchstaben, Ziffern, - und _, für jede Ladestation eine andere.',
    identityOdd:
      'Leerzeichen und Umlaute schreibt jede Ladestation auf ihre Weise. Besser nur Buchstaben, Ziffern, - und _.',
    brand: 'Marke',
    brandHint: 'Wo es bei den Herstellern steht. Ihre Programme ändern sich.',
    otherBrand: 'Andere Marke',
    qr: 'QR-Code von {{address}}',
    address: 'Adresse',
    where:
      'Geben Sie das in die Einstellungen der Ladestation ein, wo nach Zentralsystem, Backend oder OCPP-Server gefragt wird:',
    whereAt: '{{tool}}, Feld „{{field}}“:',
    ownField: 'Und das in das Feld „{{field}}“:',
    serialNumber: 'Die Ladestation hängt ihre Seriennummer von selbst an; das ist der Name, unter dem sie sich meldet.',
    apart:
      'Manche Ladestationen fragen Adresse und Name in zwei Feldern ab. Lassen Sie den Namen dann aus der Adresse weg. Wählen Sie OCPP 1.6 JSON, 2.0.1 oder 2.1.',
    nobody: 'Noch hat sich niemand gemeldet. Die Ladestation erscheint hier von selbst.',
    turnedAway:
      'Eine Ladestation hat sich gemeldet und wurde abgewiesen; warum, und was zu tun ist, steht unten. Ist das behoben, erscheint sie hier von selbst.',
    check:
      'Wenn nicht: Ist sie im selben Netz wie dieser Rechner, wurde sie nach der Änderung neu gestartet, und lässt die Firewall dieses Rechners den Port durch?',
  },
  admit: {
    title: 'Station zulassen',
    text: 'Vergleichen Sie, was sie von sich sagt, mit ihrem Typenschild. Sie wird erst bedient, wenn Sie sie zugelassen haben.',
    refused:
      'Die Ladestationen, die sich gemeldet haben, wurden abgewiesen. Lassen Sie eine auf der Seite „Stationen“ zu.',
    stations: 'Stationen öffnen',
  },
  card: {
    title: 'Die erste Karte aufnehmen',
    text: 'Halten Sie eine Karte an die Ladestation: Sie erscheint hier als unbekannt, mit einer Schaltfläche. Ein USB-Leser an diesem Rechner geht auch.',
    type: 'Nummer eintippen',
  },
  session: {
    title: 'Zum ersten Mal laden',
    text: 'Stecken Sie ein Fahrzeug an und halten Sie die aufgenommene Karte an die Ladestation. Der Ladevorgang erscheint nach ein, zwei Sekunden in der Übersicht.',
    watch: 'Übersicht ansehen',
  },
  backup: {
    title: 'Eine Sicherung machen',
    text: 'Eine verschlüsselte Datei enthält den ganzen Standort mit seinen Schlüsseln. Am besten ist eine tägliche Sicherung in einen Ordner auf einer anderen Platte.',
    open: 'Sicherungen öffnen',
  },
  wayBack: {
    done: 'Dieser Schritt ist erledigt.',
    open: 'Mit einer Sicherung ist dieser Schritt erledigt.',
    go: 'Zurück zu den ersten Schritten',
  },
  afterwards: {
    title: 'Wie es weitergeht',
    operators: 'Bediener',
    operatorsHint: 'Solange es keine Bediener gibt, darf jeder alles, der die Konsole öffnen kann.',
    profiles: 'Sicherheitsprofile',
    profilesHint:
      'Bisher weist sich eine Ladestation nur durch ihren Namen aus. Chargehand führt sie zu einem Passwort, zu TLS und zu einem eigenen Zertifikat.',
    tariffs: 'Tarife',
    tariffsHint: 'Mit einem Preis sagt der Bericht eines Monats, was das Geladene kostet.',
  },
}
