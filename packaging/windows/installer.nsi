; The Windows installer: for one person, without administrator rights, in Korean and English.
; windows.py compiles it and gives: VERSION, NAME, PUBLISHER, PROGRAM (the window's), COMMAND (the command line's),
; OUT, ICON, LICENCES, KB, and files.nsh: the macros InstallFiles and RemoveFiles. TARGET where another than x86 is meant.
; What it installs it can name file by file, and takes no other file away: marks are kept, and so is what others put there.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "files.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DailyPapersReader"
!define SCHEME "Software\Classes\daily-papers"
!define MARKS "$LOCALAPPDATA\daily-papers-reader"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
SetDateSave on
ManifestDPIAware true
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}, MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_PAGE_LICENSE "${LICENCES}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is what a system in any other language gets.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"

LangString KEPT ${LANG_ENGLISH} "Your bookmarks, notes and other marks stay in ${MARKS}; settings and caches do not. Delete that folder yourself if you do not want your marks any more."
LangString KEPT ${LANG_KOREAN} "북마크와 메모 등 직접 만든 자료는 ${MARKS} 폴더에 그대로 남고, 설정과 캐시는 남지 않습니다. 필요 없으면 이 폴더를 직접 지우세요."
LangString STAYS ${LANG_ENGLISH} "Settings and caches could not be removed. They are in ${MARKS} as well, beside your marks."
LangString STAYS ${LANG_KOREAN} "설정과 캐시를 지우지 못했습니다. 직접 만든 자료와 함께 ${MARKS} 폴더에 남아 있습니다."
LangString RUNS ${LANG_ENGLISH} "${NAME} is open. Close its windows, then try again."
LangString RUNS ${LANG_KOREAN} "${NAME}가 열려 있습니다. 창을 닫고 다시 시도하세요."
LangString OTHER ${LANG_ENGLISH} "The folder $INSTDIR has files of something else in it. Choose an empty or a new folder."
LangString OTHER ${LANG_KOREAN} "$INSTDIR 폴더에 다른 파일이 들어 있습니다. 비어 있거나 새로운 폴더를 고르세요."
LangString RUN_TEXT ${LANG_ENGLISH} "Read daily AI paper summaries"
LangString RUN_TEXT ${LANG_KOREAN} "매일의 AI 논문 요약 읽기"

; Windows keeps a running program's file from being written: wait for the person, and in silence give up (code 2).
!macro NotWhileItRuns WHERE
  again_${WHERE}:
  IfFileExists "$INSTDIR\${PROGRAM}" 0 free_${WHERE}
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 closed_${WHERE}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDRETRY again_${WHERE}
    SetErrorLevel 2
    Abort
  closed_${WHERE}:
  FileClose $0
  free_${WHERE}:
!macroend

Section "install"
  !insertmacro NotWhileItRuns install
  ; An older version goes first, with every file it had and the new one has not. A folder of something else is left alone.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR' $1
    ${If} $1 <> 0
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${ElseIf} ${FileExists} "$INSTDIR\*.*"
    ${DirState} "$INSTDIR" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "$(OTHER)" /SD IDOK
      SetErrorLevel 3
      Abort
    ${EndIf}
  ${EndIf}
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "" "" "" "" "$(RUN_TEXT)"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KB}
  WriteRegStr HKCU "${SCHEME}" "" "URL:${NAME}"
  WriteRegStr HKCU "${SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "${SCHEME}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" open "%1"'
SectionEnd

Section "Uninstall"
  !insertmacro NotWhileItRuns remove
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  StrCpy $2 ""
  ${If} ${Errors}
    StrCpy $2 "$(KEPT)"
    ; The program knows what it kept besides marks, on every system: the list stands there once. It may fail.
    nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\${COMMAND}" reset --yes'
    Pop $1 ; its exit code, "error" or "timeout"
    ${If} $1 != 0
      StrCpy $2 "$(STAYS)"
    ${EndIf}
  ${EndIf}
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $2 != ""
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegKey HKCU "${SCHEME}"
    DetailPrint $2
    IfSilent +2
    MessageBox MB_OK|MB_ICONINFORMATION $2
  ${EndIf}
SectionEnd
