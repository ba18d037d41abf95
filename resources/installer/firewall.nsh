; Chargers call this computer, so Windows' firewall has to let them in. It is asked for, and taken back when the program
; is removed. Silent installations (/S) leave the firewall as it is.
!macro customInstall
  ${IfNot} ${Silent}
    MessageBox MB_YESNO|MB_ICONQUESTION "May chargers reach Chargehand through the Windows firewall?$\r$\n$\r$\nWithout this rule chargers can not connect. It holds for this program only, on private and domain networks." IDNO without_rule
    nsExec::Exec 'netsh advfirewall firewall delete rule name="Chargehand"'
    nsExec::Exec 'netsh advfirewall firewall add rule name="Chargehand" dir=in action=allow profile=private,domain program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
    without_rule:
  ${EndIf}
!macroend

!macro customUnInstall
  nsExec::Exec 'netsh advfirewall firewall delete rule name="Chargehand"'
!macroend
