; Without this rule Windows asks in the middle of a workshop, and whoever lacks an administrator's password cannot
; answer: guests on the same network would never reach the room.
!macro customInstall
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Common Ground"'
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="Common Ground" dir=in action=allow program="$INSTDIR\Common Ground.exe" enable=yes profile=any protocol=TCP'
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="Common Ground" dir=in action=allow program="$INSTDIR\Common Ground.exe" enable=yes profile=any protocol=UDP localport=5353'
!macroend

!macro customUnInstall
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="Common Ground"'
!macroend
