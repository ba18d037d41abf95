import type { findings as EnglishFindings } from '../en/findings'
import type { Translation } from '../translation'

export const findings: Translation<typeof EnglishFindings> = {
  'possession-proven': {
    title: 'Der Absender besitzt den Schlüssel, für den er ein Zertifikat anfordert.',
    why: 'Die Anforderung ist mit der geheimen Hälfte dieses Schlüssels signiert; niemand hat sie also für einen anderen gesendet.',
  },
  'possession-not-proven': {
    title: 'Der Absender hat nicht nachgewiesen, dass er den Schlüssel besitzt.',
    why: 'Die Signatur der Anforderung passt nicht zu ihrem Schlüssel. Die Anforderung wurde unterwegs verändert, oder jemand fordert ein Zertifikat für einen fremden Schlüssel an. Lassen Sie die Station eine neue Anforderung senden.',
  },
  'key-strong': {
    title: 'Der Schlüssel ist stark: {{key}}.',
    why: 'Ein Schlüssel dieser Art lässt sich mit nichts erraten, was heute bekannt ist.',
  },
  'key-too-small': {
    title: 'Der Schlüssel ist zu schwach: RSA mit {{bits}} Bit.',
    why: 'Schlüssel unter {{smallest}} Bit lassen sich brechen, und dann könnte sich jeder als diese Station ausgeben. Stellen Sie in der Station einen stärkeren Schlüssel ein oder aktualisieren Sie ihre Firmware.',
  },
  'key-too-large': {
    title: 'Der Schlüssel ist zu groß: RSA mit {{bits}} Bit.',
    why: 'Über {{largest}} Bit gewinnt ein Schlüssel nichts und macht jede Verbindung langsam. Stellen Sie in der Station einen kleineren Schlüssel ein.',
  },
  'key-weak-exponent': {
    title: 'Der RSA-Schlüssel ist auf unsichere Weise erzeugt (öffentlicher Exponent {{exponent}}).',
    why: 'So erzeugte Schlüssel wurden schon gebrochen. Aktualisieren Sie die Firmware der Station, damit sie ordentliche Schlüssel erzeugt.',
  },
  'key-small-factor': {
    title: 'Der RSA-Schlüssel ist kein echter: Jeder kann seine geheime Hälfte berechnen.',
    why: 'Seine Zahl lässt sich durch eine kleine teilen, was bei keinem ordentlich erzeugten Schlüssel geht. Aktualisieren Sie die Firmware und lassen Sie einen neuen Schlüssel erzeugen.',
  },
  'key-roca': {
    title: 'Der RSA-Schlüssel stammt von einem Chip, der bekanntermaßen schwache Schlüssel erzeugt (ROCA).',
    why: 'Die geheime Hälfte solcher Schlüssel lässt sich aus der öffentlichen berechnen. Fragen Sie den Hersteller nach neuer Firmware und wählen Sie bis dahin einen Schlüssel auf elliptischer Kurve.',
  },
  'key-curve-not-allowed': {
    title: 'Der Schlüssel ist von einer Art, die hier nicht angenommen wird: elliptische Kurve {{curve}}.',
    why: 'Ein Zertifikat dieser Art nimmt nur {{allowed}}: Mit anderen Schlüsseln können sich manche Stationen oder Fahrzeuge nicht verbinden. Wählen Sie eine davon in den Einstellungen des Anfordernden.',
  },
  'key-kind-not-allowed': {
    title: 'Der Schlüssel ist von einer Art, die hier nicht angenommen wird: {{kind}}.',
    why: 'Ein Zertifikat dieser Art nimmt nur {{allowed}}. Wählen Sie eine davon in den Einstellungen des Anfordernden.',
  },
  'signature-old-hash': {
    title: 'Die Anforderung ist auf veraltete Weise signiert ({{algorithm}}).',
    why: 'Das schwächt das Zertifikat nicht, das auf heutige Weise signiert wird. Es zeigt aber, dass die Firmware der Station alt ist.',
  },
  'signature-broken-hash': {
    title: 'Die Anforderung ist auf eine Weise signiert, die nichts mehr beweist ({{algorithm}}).',
    why: 'Solche Signaturen lassen sich fälschen. Aktualisieren Sie die Firmware der Station, bevor sie ein Zertifikat bekommt.',
  },
  'signature-unknown': {
    title: 'Die Anforderung ist auf eine Weise signiert, die sich hier nicht prüfen lässt ({{algorithm}}).',
    why: 'Ohne die Prüfung weiß niemand, ob der Absender den Schlüssel besitzt. Wählen Sie in der Station einen Schlüssel auf elliptischer Kurve (P-256, P-384) oder einen RSA-Schlüssel.',
  },
  'cn-matches': {
    title: 'Der Name in der Anforderung ist die Seriennummer dieser Station, {{serialNumber}}.',
    why: 'An der Seriennummer im Zertifikat wird die Station erkannt.',
  },
  'cn-differs': {
    title: 'Die Anforderung nennt „{{found}}“, aber die Seriennummer dieser Station ist „{{serialNumber}}“.',
    why: 'Das Zertifikat würde „{{serialNumber}}“ tragen. Entweder ist die Station mit einem anderen Namen eingerichtet, oder die Anforderung gehört einer anderen Station. Vergleichen Sie mit dem Typenschild, bevor Sie genehmigen; die Station lehnt einen Namen vielleicht ab, den sie nicht angefordert hat.',
  },
  'cn-missing': {
    title: 'Die Anforderung sagt nicht, für welche Station sie ist.',
    why: 'Das Zertifikat würde die Seriennummer tragen, die diese Station bei ihrem Start genannt hat, „{{serialNumber}}“. Die Station lehnt einen Namen vielleicht ab, den sie nicht angefordert hat.',
  },
  'cn-several': {
    title: 'Die Anforderung nennt mehrere Stationen: {{found}}.',
    why: 'Ein Zertifikat ist für eine Station. Es würde nur „{{serialNumber}}“ tragen. Klären Sie, warum die Station mehr anfordert, bevor Sie genehmigen.',
  },
  'serial-number-unknown': {
    title: '{{identity}} hat ihre Seriennummer nie genannt.',
    why: 'Ein Zertifikat trägt die Seriennummer; ohne sie lässt sich keines ausstellen. Starten Sie die Station neu: Sie nennt ihre Seriennummer beim Start. Tut sie es auch dann nicht, tragen Sie die Seriennummer in den Einstellungen der Station selbst ein.',
  },
  'serial-number-unusable': {
    title: 'Die Seriennummer von {{identity}} kann nicht in einem Zertifikat stehen: „{{serialNumber}}“.',
    why: 'Sie ist leer, länger als 64 Zeichen oder enthält unsichtbare Zeichen. Berichtigen Sie sie in den Einstellungen der Station selbst und starten Sie die Station neu.',
  },
  'organisation-matches': {
    title: 'Die Organisation in der Anforderung ist Ihre, {{organisation}}.',
    why: 'Eine Station verbindet sich nur mit einem Standort der Organisation, für die sie eingerichtet wurde.',
  },
  'organisation-differs': {
    title: 'Die Anforderung nennt die Organisation „{{found}}“, Ihre ist aber „{{organisation}}“.',
    why: 'Das Zertifikat würde in jedem Fall „{{organisation}}“ tragen, und {{identity}} lehnt es vielleicht ab. Stellen Sie den Namen der Organisation in der Station ein (OrganizationName, in 1.6 CpoName) und lassen Sie sie erneut anfordern.',
  },
  'organisation-missing': {
    title: 'Die Anforderung nennt keine Organisation.',
    why: 'Das Zertifikat würde in jedem Fall „{{organisation}}“ tragen, und {{identity}} lehnt es vielleicht ab. Stellen Sie den Namen der Organisation in der Station ein (OrganizationName, in 1.6 CpoName) und lassen Sie sie erneut anfordern.',
  },
  'names-not-copied': {
    title: 'Die Anforderung nennt auch: {{names}}. Das kommt nicht ins Zertifikat.',
    why: 'Niemand hier kann es bestätigen; ein Zertifikat dieses Standorts nennt deshalb nur die Organisation und die Seriennummer.',
  },
  'asks-to-be-authority': {
    title: 'Die Anforderung verlangt das Recht, Zertifikate auszustellen.',
    why: 'Mit einem solchen Zertifikat könnte die Station jedes andere Gerät einlassen. Keine Station braucht das: Die Anforderung ist fehlerhaft oder ein Angriff.',
  },
  'alternative-names-not-copied': {
    title: 'Die Anforderung verlangt weitere Namen oder Adressen: {{names}}. Sie kommen nicht ins Zertifikat.',
    why: 'Eine Station wird allein an ihrer Seriennummer erkannt. Mit einer Adresse in ihrem Zertifikat könnte sie sich als anderer Rechner Ihres Netzes ausgeben. Die Station lehnt ein Zertifikat ohne sie vielleicht ab.',
  },
  'unknown-critical-extension': {
    title: 'Die Anforderung besteht auf etwas, das hier nicht bekannt ist ({{extensions}}).',
    why: 'Sie sagt, dass das Zertifikat ohne dies nutzlos ist, und hier lässt es sich nicht gewähren. Fragen Sie den Hersteller der Station, wozu es dient.',
  },
  'key-of-other-station': {
    title: 'Denselben Schlüssel benutzt eine andere Station, {{identity}}.',
    why: 'Jede Station braucht einen eigenen Schlüssel, sonst kann sich eine als die andere ausgeben. Jemand hat einen Schlüssel kopiert, oder der Hersteller liefert alle Stationen mit demselben aus. Lassen Sie die Station einen neuen Schlüssel erzeugen.',
  },
  'key-of-other-device': {
    title: 'Denselben Schlüssel benutzt ein Gerät, {{identity}}.',
    why: 'Jeder braucht einen eigenen Schlüssel, sonst kann sich einer als der andere ausgeben. Jemand hat einen Schlüssel kopiert. Lassen Sie den Absender einen neuen erzeugen.',
  },
  'key-of-authority': {
    title: 'Der Schlüssel in der Anforderung ist der Ihrer eigenen Zertifizierungsstelle, „{{name}}“.',
    why: 'Nur dieser Rechner sollte ihn haben. Genehmigen Sie nicht und klären Sie, wer die Anforderung gesendet hat: Wurde die geheime Hälfte des Schlüssels kopiert, muss jedes Zertifikat dieses Standorts ersetzt werden.',
  },
  'key-revoked': {
    title: 'Der Schlüssel wurde schon zurückgezogen: Er gehört zu einem widerrufenen Zertifikat von {{identity}}.',
    why: 'Ein Zertifikat wird widerrufen, weil seinem Schlüssel nicht mehr zu trauen ist; ein neues Zertifikat würde daran nichts ändern. Lassen Sie die Station einen neuen Schlüssel erzeugen.',
  },
  'key-certified-before': {
    title: '{{identity}} hat für genau diesen Schlüssel schon ein Zertifikat erhalten.',
    why: 'Das ist erlaubt, aber ein neuer Schlüssel zu jedem neuen Zertifikat ist sicherer: Je älter ein Schlüssel, desto mehr Gelegenheiten gab es, ihn zu kopieren.',
  },
  'first-request': {
    title: 'Das ist das erste Zertifikat für {{identity}}.',
    why: 'Es gibt kein früheres Zertifikat zum Vergleichen.',
  },
  'key-kind-changed': {
    title: 'Der Schlüssel ist von anderer Art als im letzten Zertifikat: {{next}} statt {{previous}}.',
    why: 'Neue Firmware kann der Grund sein. Wurde dort nichts geändert, fordert vielleicht ein anderes Gerät an.',
  },
  'device-named': {
    title: 'Das Zertifikat wird das Gerät {{name}} nennen.',
    why: 'Ein Gerät wird an dem Namen erkannt, unter dem es hier angemeldet ist.',
  },
  'device-named-otherwise': {
    title: 'Die Anforderung nennt „{{found}}“; das Zertifikat wird das Gerät {{name}} nennen.',
    why: 'Viele Geräte fordern unter einem Namen an, der hier nichts bedeutet. Das Zertifikat trägt den Namen, unter dem das Gerät angemeldet ist.',
  },
  renewal: {
    title: 'Sie erneuert das Zertifikat von {{identity}}, das am {{notAfter}} abläuft (Schlüssel {{key}}).',
    why: 'Stationen fordern ein neues Zertifikat etwa einen Monat vor dem Ablauf des alten an. Bis dahin bleibt das alte gültig.',
  },
  'subject-changed': {
    title: 'Das neue Zertifikat würde jemand anderen nennen als das letzte: „{{next}}“ statt „{{previous}}“.',
    why: 'Eine Erneuerung sollte nur einen neuen Schlüssel oder ein neues Ende bringen. Wurde die Station getauscht oder heißt Ihre Organisation jetzt anders, erklärt es das; wenn nicht, klären Sie, was sich geändert hat, bevor Sie genehmigen.',
  },
  'connection-encrypted': {
    title: 'Sie kam über eine verschlüsselte Verbindung von {{address}}, und {{identity}} hat sich ausgewiesen.',
    why: 'Nur diese Station konnte sie senden, und niemand unterwegs konnte sie lesen oder ändern.',
  },
  'connection-encrypted-open': {
    title: 'Sie kam über eine verschlüsselte Verbindung von {{address}}, aber ohne Passwort.',
    why: 'Niemand unterwegs konnte sie lesen oder ändern, aber jeder in diesem Netz konnte sie senden: Prüfen Sie, ob {{address}} die Adresse von {{identity}} ist.',
  },
  'connection-with-password': {
    title: 'Sie kam von {{address}} mit dem Passwort von {{identity}}.',
    why: 'Nur wer dieses Passwort kennt, konnte sie senden. Die Verbindung selbst ist nicht verschlüsselt.',
  },
  'connection-open': {
    title: 'Sie kam von {{address}} über eine Verbindung ohne Passwort und Verschlüsselung.',
    why: 'Jeder in diesem Netz konnte sie senden: Prüfen Sie, ob {{address}} die Adresse von {{identity}} ist.',
  },
  'certificate-type-not-offered': {
    title: 'Angefordert ist ein Zertifikat der Art {{type}}, die dieser Standort nicht anbietet.',
    why: 'Dafür sind Schlüssel oder eine Zertifizierungsstelle nötig, die ein privater Standort nicht hat. Schalten Sie diese Funktion in der Station aus oder holen Sie das Zertifikat von Ihrem Betreiber.',
  },
  'v2g-private-root': {
    title: 'Das Zertifikat ist für Plug & Charge, und die Wurzel dieses Standorts kennen nur Ihre eigenen Fahrzeuge.',
    why: 'Fahrzeuge vertrauen einer Station nur unter den Wurzeln, die sie erhalten haben; das sind die der öffentlichen Zertifizierungsstellen für Plug & Charge. Genehmigen Sie es für Versuche oder für eine Flotte, der Sie Ihre Wurzel gegeben haben; für alle anderen holen Sie das Zertifikat von Ihrem Betreiber.',
  },
  'other-root-asked': {
    title: 'Angefordert ist ein Zertifikat unter einer anderen Wurzel als der dieses Standorts.',
    why: 'Die Station will ihr Zertifikat von einer anderen Zertifizierungsstelle, meist der für Plug & Charge, mit der sie eingerichtet wurde. Dieser Standort kann dafür nicht signieren. Holen Sie das Zertifikat von jener Stelle oder löschen Sie deren Wurzel in der Station.',
  },
  'chain-leaf-only': {
    title:
      'Die Zertifikatskette ist mit {{whole}} Zeichen länger als die {{max}}, die diese Station annimmt; gesendet wird deshalb nur ihr eigenes Zertifikat.',
    why: 'Das ausstellende Zertifikat dahinter bleibt weg. Dieser Server kennt es ohnehin, die Station kann sich hier also verbinden; manche Stationen lehnen ein Zertifikat ab, dessen Kette sie nicht haben. Die Grenze ist MaxCertificateChainSize, in 1.6 CertificateSignedMaxChainSize.',
  },
  'chain-too-long': {
    title: 'Das Zertifikat passt nicht: Es hat bis zu {{leaf}} Zeichen, und diese Station nimmt {{max}} an.',
    why: 'Die Grenze hat die Station selbst genannt (MaxCertificateChainSize, in 1.6 CertificateSignedMaxChainSize), und sie würde das Zertifikat ablehnen. Lassen Sie sie einen Schlüssel auf elliptischer Kurve erzeugen, der viel kürzer ist als ein RSA-Schlüssel, oder aktualisieren Sie ihre Firmware.',
  },
  'authority-expired': {
    title: 'Ihre eigene Zertifizierungsstelle ist am {{notAfter}} abgelaufen: Sie kann nicht mehr signieren.',
    why: 'Stationen lehnen alles ab, was eine Zertifizierungsstelle nach ihrem Ablauf signiert. Sehen Sie zuerst auf das Datum dieses Rechners: Ist es falsch, stellen Sie es richtig, und die Anforderung lässt sich genehmigen. Stimmt es, braucht dieser Standort eine neue Zertifizierungsstelle, bevor eine Station ein Zertifikat bekommt.',
  },
  'validity-shortened': {
    title:
      'Das Zertifikat wird am {{notAfter}} ablaufen, früher als üblich: An diesem Tag läuft Ihre eigene Zertifizierungsstelle ab.',
    why: 'Kein Zertifikat überdauert die Stelle, die es signiert hat. Vor diesem Tag braucht dieser Standort eine neue Zertifizierungsstelle und seine Stationen neue Zertifikate.',
  },
  'unreadable-empty': {
    title: 'Die Anforderung ist leer.',
    why: 'Die Station hat in ihrer Nachricht keine Zertifikatsanforderung gesendet. Starten Sie die Station neu und lassen Sie sie erneut anfordern; hilft das nicht, aktualisieren Sie ihre Firmware.',
  },
  'unreadable-too-long': {
    title: 'Die Anforderung ist länger als die {{limit}} Zeichen, die eine Station senden darf.',
    why: 'Eine echte Anforderung ist viel kürzer, deshalb wurde sie nicht gelesen. Aktualisieren Sie die Firmware der Station, und klären Sie, wer sie gesendet hat, wenn das nicht hilft.',
  },
  'unreadable-private-key': {
    title: 'Statt einer Anforderung wurde ein geheimer Schlüssel gesendet.',
    why: 'Ein geheimer Schlüssel darf die Station nie verlassen; diesen können jetzt andere kennen. Lassen Sie die Station einen neuen Schlüssel erzeugen und sagen Sie es ihrem Hersteller.',
  },
  'unreadable-other-content': {
    title: 'Statt einer Zertifikatsanforderung wurde etwas anderes gesendet.',
    why: 'Es ist als andere Art von Daten gekennzeichnet, etwa als fertiges Zertifikat. Lassen Sie die Station erneut anfordern.',
  },
  'unreadable-several-blocks': {
    title: 'Die Nachricht enthält mehr als eine Anforderung.',
    why: 'Welche davon auszustellen wäre, ist unklar, deshalb keine. Lassen Sie die Station erneut anfordern, mit einer einzigen Anforderung.',
  },
  'unreadable-no-block': {
    title: 'Die Nachricht enthält keine Zertifikatsanforderung in der üblichen Form.',
    why: 'Eine Anforderung beginnt mit „BEGIN CERTIFICATE REQUEST“ und endet mit „END CERTIFICATE REQUEST“, ohne etwas davor oder dahinter. Lassen Sie die Station erneut anfordern; hilft das nicht, aktualisieren Sie ihre Firmware.',
  },
  'unreadable-bad-base64': {
    title: 'Die Anforderung ist beschädigt: Sie enthält Zeichen, die nicht hineingehören.',
    why: 'Sie wurde unterwegs abgeschnitten oder verändert. Lassen Sie die Station erneut anfordern.',
  },
  'unreadable-trailing-bytes': {
    title: 'Auf die Anforderung folgen Daten, die nicht dazugehören.',
    why: 'Niemand kann sagen, wozu diese Daten dienen, deshalb wird nichts davon signiert. Lassen Sie die Station erneut anfordern; hilft das nicht, aktualisieren Sie ihre Firmware.',
  },
  'unreadable-malformed': {
    title: 'Die Anforderung ist beschädigt und nicht lesbar.',
    why: 'Von außen sieht sie wie eine Zertifikatsanforderung aus, aber ihr Inhalt ist nicht in Ordnung. Lassen Sie die Station erneut anfordern; hilft das nicht, aktualisieren Sie ihre Firmware.',
  },
}
