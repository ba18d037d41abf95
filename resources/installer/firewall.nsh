; Chargers call this computer, so Windows' firewall has to let them in. It is asked for, and taken back when the program
; is removed. Silent installations (/S) leave the firewall as it is, and so does what removes an older version first.
!macro customInstall
  ${IfNot} ${Silent}
    nsExec::Exec 'netsh advfirewall firewall delete rule name="Chargehand"'
    Pop $0
    MessageBox MB_YESNO|MB_ICONQUESTION "May chargers reach Chargehand through the Windows firewall?$\r$\n$\r$\nWithout this rule chargers can not connect. It holds for this program only, on private and domain networks." IDNO without_rule
    nsExec::Exec 'netsh advfirewall firewall add rule name="Chargehand" dir=in action=allow profile=private,domain program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
    Pop $0
    ${If} $0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "Windows did not take the firewall rule, so chargers can not connect yet.$\r$\n$\r$\nAllow $INSTDIR\${APP_EXECUTABLE_FILENAME} in Windows Defender Firewall, for private networks."
    ${EndIf}
    without_rule:
  ${EndIf}
!macroend

!macro customUnInstall
  ; An installer runs the old version's uninstaller with --updated: the rule is the new version's, too.
  ${IfNot} ${isUpdated}
    nsExec::Exec 'netsh advfirewall firewall delete rule name="Chargehand"'
    Pop $0
  ${EndIf}
!macroend
