<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Across</name>
    <message>
        <source>Its post says no more than its title.</source>
        <translation>글에 제목밖에 없습니다.</translation>
    </message>
    <message>
        <source>Its summary has no such section.</source>
        <translation>이 논문의 요약에는 이 섹션이 없습니다.</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Introduction</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motivation</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Limitations</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>as it was until %1</source>
        <translation>%1까지의 요약</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Add a Git repository…</source>
        <translation>Git 저장소 추가…</translation>
    </message>
    <message>
        <source>Add the sample library</source>
        <translation>예시 라이브러리 추가</translation>
    </message>
    <message>
        <source>Look for new posts</source>
        <translation>새 글 찾기</translation>
    </message>
    <message>
        <source>Backup and restore…</source>
        <translation>백업과 복원…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Open on arXiv</source>
        <translation>arXiv에서 열기</translation>
    </message>
    <message>
        <source>Open on Alphaxiv</source>
        <translation>Alphaxiv에서 열기</translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF 열기</translation>
    </message>
    <message>
        <source>Open as HTML on arXiv</source>
        <translation>arXiv HTML로 열기</translation>
    </message>
    <message>
        <source>Open on Hugging Face</source>
        <translation>Hugging Face에서 열기</translation>
    </message>
    <message>
        <source>Enlarge a picture</source>
        <translation>그림 크게 보기</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>소리 내어 읽기</translation>
    </message>
    <message>
        <source>Related papers</source>
        <translation>관련 논문</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Read / unread</source>
        <translation>읽음 / 읽지 않음</translation>
    </message>
    <message>
        <source>Revisit…</source>
        <translation>다시 보기…</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>라벨…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Highlight the selected words</source>
        <translation>선택한 글 하이라이트</translation>
    </message>
    <message>
        <source>Quote the selected words in the note</source>
        <translation>선택한 글을 메모에 인용</translation>
    </message>
    <message>
        <source>Fill in from arXiv</source>
        <translation>arXiv에서 정보 채우기</translation>
    </message>
    <message>
        <source>Send to Zotero</source>
        <translation>Zotero로 보내기</translation>
    </message>
    <message>
        <source>Copy as BibTeX</source>
        <translation>BibTeX로 복사</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>일반 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>링크 복사</translation>
    </message>
    <message>
        <source>How this post was read…</source>
        <translation>이 글을 어떻게 읽었나…</translation>
    </message>
    <message>
        <source>Select all in this list</source>
        <translation>이 목록을 모두 선택</translation>
    </message>
    <message>
        <source>Mark all in this list as read</source>
        <translation>이 목록을 모두 읽음으로</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>마지막 표시 되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>라이브러리 검색</translation>
    </message>
    <message>
        <source>Quick open and commands</source>
        <translation>바로 열기와 명령</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>이 논문에서 찾기</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>다음 찾은 곳</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>앞서 찾은 곳</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>이 검색 저장…</translation>
    </message>
    <message>
        <source>Search for just what was typed</source>
        <translation>입력한 그대로 찾기</translation>
    </message>
    <message>
        <source>What the selected term is called otherwise</source>
        <translation>선택한 용어의 다른 이름 보기</translation>
    </message>
    <message>
        <source>Names that mean the same…</source>
        <translation>같은 뜻의 이름…</translation>
    </message>
    <message>
        <source>Forget the searches made</source>
        <translation>검색 기록 지우기</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>전체 논문</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Revisit</source>
        <translation>다시 볼 논문</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>The last seven posts</source>
        <translation>최근 글 7개</translation>
    </message>
    <message>
        <source>Back to the paper before</source>
        <translation>앞서 읽던 논문으로</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>다음 논문으로 다시 가기</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>다음 논문</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>이전 논문</translation>
    </message>
    <message>
        <source>Select the next paper as well</source>
        <translation>다음 논문까지 선택</translation>
    </message>
    <message>
        <source>Select the previous paper as well</source>
        <translation>이전 논문까지 선택</translation>
    </message>
    <message>
        <source>Next unread paper</source>
        <translation>읽지 않은 다음 논문</translation>
    </message>
    <message>
        <source>Previous unread paper</source>
        <translation>읽지 않은 이전 논문</translation>
    </message>
    <message>
        <source>Scroll, then next unread</source>
        <translation>한 화면 아래로, 끝에서는 읽지 않은 다음 논문</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>한 화면 위로</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>다음 섹션</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>이전 섹션</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>섹션 %1</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>이전 영역</translation>
    </message>
    <message>
        <source>Section lens</source>
        <translation>섹션 렌즈</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>나란히 비교</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>What the field is up to</source>
        <translation>분야 동향</translation>
    </message>
    <message>
        <source>Values of a benchmark</source>
        <translation>벤치마크 수치</translation>
    </message>
    <message>
        <source>My highlights and notes</source>
        <translation>내 하이라이트와 메모</translation>
    </message>
    <message>
        <source>What I read, day by day</source>
        <translation>날짜별 읽은 기록</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>사이드바</translation>
    </message>
    <message>
        <source>Reading mode</source>
        <translation>읽기 모드</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>기본 글자 크기</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>밝게 / 어둡게</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>새 창</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>업데이트 확인</translation>
    </message>
    <message>
        <source>About Daily Papers Reader</source>
        <translation>Daily Papers Reader 정보</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>라이브러리에서 빼기</translation>
    </message>
    <message>
        <source>Watched and muted words…</source>
        <translation>관심어와 숨김어…</translation>
    </message>
    <message>
        <source>Show what is folded away</source>
        <translation>접힌 논문 보이기</translation>
    </message>
    <message>
        <source>Open in a tab</source>
        <translation>탭으로 열기</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>다음 탭</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>이전 탭</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Open the closed tab again</source>
        <translation>닫은 탭 다시 열기</translation>
    </message>
    <message>
        <source>Mark all above as read</source>
        <translation>위쪽 모두 읽음으로</translation>
    </message>
    <message>
        <source>Keep, and on</source>
        <translation>담고 다음으로</translation>
    </message>
    <message>
        <source>Tomorrow again, and on</source>
        <translation>내일 다시 보기로 하고 다음으로</translation>
    </message>
    <message>
        <source>Let go, and on</source>
        <translation>넘기고 다음으로</translation>
    </message>
    <message>
        <source>Sort what is new</source>
        <translation>새 논문 정리</translation>
    </message>
    <message>
        <source>New papers</source>
        <translation>새 논문</translation>
    </message>
    <message>
        <source>What a rewriting changed</source>
        <translation>요약에서 바뀐 것</translation>
    </message>
    <message>
        <source>Differences in one text / side by side</source>
        <translation>차이를 한 글로 / 나란히</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Correct the selected words…</source>
        <translation>선택한 글 정정…</translation>
    </message>
</context>
<context>
    <name>Aloud</name>
    <message>
        <source>There is no text to read aloud</source>
        <translation>소리 내어 읽을 글이 없습니다</translation>
    </message>
    <message>
        <source>This computer has no voice</source>
        <translation>이 컴퓨터에는 음성이 없습니다</translation>
    </message>
    <message>
        <source>The voice of this computer does not answer</source>
        <translation>이 컴퓨터의 음성이 응답하지 않습니다</translation>
    </message>
</context>
<context>
    <name>AnotherWindow</name>
    <message>
        <source>Another window could not be started.</source>
        <translation>새 창을 열 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%Ln new paper(s)</source>
        <translation>
            <numerusform>새 논문 %Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the new papers (G N)</source>
        <translation>새 논문 보기 (G N)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln with watched words</source>
        <translation>
            <numerusform>관심어 %Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the unread papers with watched words</source>
        <translation>관심어가 있는 읽지 않은 논문 보기</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>by hand</source>
        <translation>직접 만듦</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>복원하기 전</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>합치기 전</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>업데이트 전</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Revisit</source>
        <translation>다시 볼 날</translation>
    </message>
    <message>
        <source>Labels of papers</source>
        <translation>논문의 라벨</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>하이라이트</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>저장한 검색</translation>
    </message>
    <message>
        <source>Read papers</source>
        <translation>읽은 논문</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>Watched and muted words</source>
        <translation>관심어와 숨김어</translation>
    </message>
    <message>
        <source>Names that mean the same, or do not</source>
        <translation>같은 뜻인 이름과 아닌 이름</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Backup and restore</source>
        <translation>백업과 복원</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>이 백업으로 복원</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>지금 백업</translation>
    </message>
    <message>
        <source>Save everything to a file…</source>
        <translation>모두 파일로 저장…</translation>
    </message>
    <message>
        <source>Merge a file…</source>
        <translation>파일 합치기…</translation>
    </message>
    <message>
        <source>Bookmarks, notes, highlights, labels and days are backed up once a day when the program is used.</source>
        <translation>북마크, 메모, 하이라이트, 라벨, 다시 볼 날은 프로그램을 쓰는 날마다 한 번씩 백업됩니다.</translation>
    </message>
    <message>
        <source>To another computer:</source>
        <translation>다른 컴퓨터로:</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>What restoring it would change</source>
        <translation>복원하면 바뀌는 것</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>아직 백업이 없습니다.</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>무엇이 바뀌는지 살펴보는 중…</translation>
    </message>
    <message>
        <source>It holds the same as there is now.</source>
        <translation>지금과 같은 내용입니다.</translation>
    </message>
    <message>
        <source>Restoring it would change:</source>
        <translation>복원하면 이렇게 바뀝니다:</translation>
    </message>
    <message>
        <source>Restored. What was there before is kept as a backup: %1</source>
        <translation>복원했습니다. 그 전의 내용은 백업으로 남아 있습니다: %1</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>백업했습니다.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
    <message>
        <source>There was nothing new in it.</source>
        <translation>새로운 내용이 없습니다.</translation>
    </message>
    <message>
        <source>Merged. What was there before is kept as a backup.</source>
        <translation>합쳤습니다. 그 전의 내용은 백업으로 남아 있습니다.</translation>
    </message>
    <message>
        <source>Changed:</source>
        <translation>바뀐 것:</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>잠시만 기다려 주세요…</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Bookmarks, notes, highlights, labels and days are backed up once a day when the program is used.</source>
        <translation>북마크, 메모, 하이라이트, 라벨, 다시 볼 날은 프로그램을 쓰는 날마다 한 번 백업됩니다.</translation>
    </message>
    <message>
        <source>What you made is in</source>
        <translation>직접 만든 것이 있는 곳</translation>
    </message>
    <message>
        <source>Backups are in</source>
        <translation>백업이 있는 곳</translation>
    </message>
    <message>
        <source>See what going back would change, carry all to another computer, or merge what is there.</source>
        <translation>되돌리면 무엇이 바뀌는지 보고, 다른 컴퓨터로 옮기거나 거기 있는 것과 합칩니다.</translation>
    </message>
    <message>
        <source>Go back, or take along</source>
        <translation>되돌리기와 옮기기</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Back (Esc)</source>
        <translation>돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>Benchmarking</name>
    <message>
        <source>Enter goes to a value&apos;s sentence, Esc goes back</source>
        <translation>Enter는 수치가 나온 문장으로, Esc는 돌아가기</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1”에 맞는 논문이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with some of the words</source>
        <translation>
            <numerusform>일부 낱말만 %Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no posts in the folders of the library.</source>
        <translation>라이브러리의 폴더에 글이 없습니다.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>모두 읽었습니다.</translation>
    </message>
    <message>
        <source>No bookmarks yet. B keeps a paper here.</source>
        <translation>아직 북마크가 없습니다. B를 누르면 논문이 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Nothing to come back to. Z says when a paper returns.</source>
        <translation>다시 볼 논문이 없습니다. Z로 다시 볼 날을 정합니다.</translation>
    </message>
    <message>
        <source>No notes yet. E begins one.</source>
        <translation>아직 메모가 없습니다. E를 누르면 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>No papers with this label. T puts labels on a paper.</source>
        <translation>이 라벨이 붙은 논문이 없습니다. T로 라벨을 붙입니다.</translation>
    </message>
    <message>
        <source>No papers yet. G 7 lists the last seven posts.</source>
        <translation>아직 논문이 없습니다. G 7을 누르면 최근 글 7개를 보여 줍니다.</translation>
    </message>
    <message>
        <source>No papers here.</source>
        <translation>여기에는 논문이 없습니다.</translation>
    </message>
    <message>
        <source>No new papers since you looked.</source>
        <translation>마지막으로 본 뒤 새로 온 논문이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was read yet. R marks a paper as read.</source>
        <translation>아직 읽은 논문이 없습니다. R을 누르면 읽음으로 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>Chart: %n value(s) from %1 to %2</source>
        <translation>
            <numerusform>그래프: 수치 %n개, %1부터 %2까지</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareFrame</name>
    <message>
        <source>Side by side</source>
        <translation>나란히 보기</translation>
    </message>
    <message>
        <source>In one text</source>
        <translation>한 글로 보기</translation>
    </message>
    <message>
        <source>What the summaries say differently</source>
        <translation>요약이 달라진 곳</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Papers side by side</source>
        <translation>나란히 놓은 논문</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>At most four papers are compared</source>
        <translation>네 편까지 비교할 수 있습니다</translation>
    </message>
    <message>
        <source>Picked to compare. C at another paper shows both; C again its own two posts</source>
        <translation>비교할 논문으로 골랐습니다. 다른 논문에서 C를 누르면 나란히 보여 주고, 여기서 다시 누르면 두 글의 차이를 보여 줍니다</translation>
    </message>
    <message>
        <source>This paper is in one post only. Go to another one and press C</source>
        <translation>이 논문은 글 하나에만 있습니다. 다른 논문으로 가서 C를 누르세요</translation>
    </message>
    <message>
        <source>J and K go from column to column, Esc goes back</source>
        <translation>J와 K로 칸을 옮기고, Esc로 돌아갑니다</translation>
    </message>
    <message>
        <source>No earlier version is kept: only papers with marks have them</source>
        <translation>보관된 이전 요약이 없습니다. 북마크나 메모 등 표시가 있는 논문만 보관합니다</translation>
    </message>
    <message>
        <source>Two summaries of one paper are shown in one text, not two papers</source>
        <translation>한 논문의 두 요약만 한 글로 볼 수 있습니다</translation>
    </message>
    <message>
        <source>The summary was rewritten on %1: what changed?</source>
        <translation>%1에 다시 쓰인 요약 · 바뀐 것 보기</translation>
    </message>
    <message>
        <source>D shows the differences in one text, Esc goes back</source>
        <translation>D로 차이를 한 글로 보고, Esc로 돌아갑니다</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>words in the title</source>
        <translation>제목에 있는 낱말</translation>
    </message>
    <message>
        <source>everything in one section</source>
        <translation>한 섹션 안에서 모두</translation>
    </message>
    <message>
        <source>words in the introduction</source>
        <translation>서론에 있는 낱말</translation>
    </message>
    <message>
        <source>words in the method</source>
        <translation>방법에 있는 낱말</translation>
    </message>
    <message>
        <source>words in the results</source>
        <translation>결과에 있는 낱말</translation>
    </message>
    <message>
        <source>words in the limitations</source>
        <translation>한계에 있는 낱말</translation>
    </message>
    <message>
        <source>words in the conclusion</source>
        <translation>결론에 있는 낱말</translation>
    </message>
    <message>
        <source>a tag of the post</source>
        <translation>글의 태그</translation>
    </message>
    <message>
        <source>a label of yours</source>
        <translation>내가 붙인 라벨</translation>
    </message>
    <message>
        <source>an author, of papers filled in from arXiv</source>
        <translation>저자 (arXiv에서 정보를 채운 논문)</translation>
    </message>
    <message>
        <source>a category of arXiv’s, such as cs.CL</source>
        <translation>arXiv 분류, 예: cs.CL</translation>
    </message>
    <message>
        <source>a day, month, year or range</source>
        <translation>날짜, 달, 해 또는 기간</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>그날부터</translation>
    </message>
    <message>
        <source>until the day before</source>
        <translation>그 전날까지</translation>
    </message>
    <message>
        <source>the last days, weeks or months</source>
        <translation>최근 며칠, 몇 주, 몇 달</translation>
    </message>
    <message>
        <source>unread, read, bookmarked, due …</source>
        <translation>안읽음, 읽음, 북마크, 예정 …</translation>
    </message>
    <message>
        <source>papers with a note</source>
        <translation>메모가 있는 논문</translation>
    </message>
    <message>
        <source>words in your notes</source>
        <translation>메모에 있는 낱말</translation>
    </message>
    <message>
        <source>one paper by its number</source>
        <translation>번호로 논문 한 편</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>최근 검색</translation>
    </message>
    <message>
        <source>open the paper</source>
        <translation>논문 열기</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>These are too many papers to copy. Export them instead.</source>
        <translation>복사하기에는 논문이 너무 많습니다. 내보내기를 사용하세요.</translation>
    </message>
    <message>
        <source>There is no link to copy.</source>
        <translation>복사할 링크가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) copied</source>
        <translation>
            <numerusform>논문 %n편을 복사했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct these words</source>
        <translation>이 글 정정</translation>
    </message>
    <message>
        <source>What is right instead</source>
        <translation>바른 내용</translation>
    </message>
    <message>
        <source>It stands below the paragraph as yours, and goes into exports as yours. The post stays as it is.</source>
        <translation>문단 아래에 내 정정으로 표시되고, 내보낼 때도 내 것으로 나갑니다. 글 원본은 그대로입니다.</translation>
    </message>
    <message>
        <source>Take the correction back</source>
        <translation>정정 취소</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>정정</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>My correction: %1 → %2</source>
        <translation>내 정정: %1 → %2</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln편 읽지 않음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Something in the program went wrong. Your notes and bookmarks are safe.</source>
        <translation>프로그램에 문제가 생겼습니다. 메모와 북마크는 안전합니다.</translation>
    </message>
    <message>
        <source>A report is in %1</source>
        <translation>보고서: %1</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Revisit on</source>
        <translation>다시 볼 날</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>%1: no papers</source>
        <translation>%1: 논문 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>논문 %n편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <translation>
            <numerusform>읽음 %n편</numerusform>
        </translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1 주</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Find a key or an action</source>
        <translation>단축키나 동작 찾기</translation>
    </message>
    <message>
        <source>A reader for daily posts of AI paper summaries.</source>
        <translation>매일의 AI 논문 요약을 읽는 프로그램입니다.</translation>
    </message>
    <message>
        <source>Bookmarks and notes are in:</source>
        <translation>북마크와 메모가 있는 곳:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message>
        <source>Done</source>
        <translation>다 봤음</translation>
    </message>
    <message>
        <source>Read and finished: it does not come back</source>
        <translation>다 읽었습니다. 다시 나오지 않습니다</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>그만 보기</translation>
    </message>
    <message>
        <source>It does not come back, and is left as it is</source>
        <translation>다시 나오지 않고, 지금 그대로 둡니다</translation>
    </message>
    <message>
        <source>To be revisited since %1</source>
        <translation>%1부터 다시 볼 논문입니다</translation>
    </message>
    <message>
        <source>To be revisited today</source>
        <translation>오늘 다시 볼 논문입니다</translation>
    </message>
</context>
<context>
    <name>EnlargedPicture</name>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Not saved: %1 could not be copied to %2 (%3).</source>
        <translation>저장하지 못했습니다: %1을(를) %2(으)로 복사하지 못했습니다 (%3).</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1(으)로 저장했습니다</translation>
    </message>
</context>
<context>
    <name>ExplainJob</name>
    <message>
        <source>How the post was read could not be found out.</source>
        <translation>이 글을 어떻게 읽었는지 알아내지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>The file of this post is not there any more.</source>
        <translation>이 글의 파일이 이제 없습니다.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>None; the file is text from its first line on.</source>
        <translation>없음. 첫 줄부터 모두 본문입니다.</translation>
    </message>
    <message>
        <source>YAML between lines of three dashes.</source>
        <translation>대시 세 개짜리 줄 사이의 YAML.</translation>
    </message>
    <message>
        <source>TOML between lines of three plus signs.</source>
        <translation>더하기 세 개짜리 줄 사이의 TOML.</translation>
    </message>
    <message>
        <source>A JSON object.</source>
        <translation>JSON 객체.</translation>
    </message>
    <message>
        <source>pandoc’s title block.</source>
        <translation>pandoc의 제목 블록.</translation>
    </message>
    <message>
        <source>MultiMarkdown’s metadata.</source>
        <translation>MultiMarkdown의 메타데이터.</translation>
    </message>
    <message>
        <source>Org’s keywords.</source>
        <translation>Org의 키워드.</translation>
    </message>
    <message>
        <source>as the head has it</source>
        <translation>머리말에 적힌 그대로</translation>
    </message>
    <message>
        <source>the first heading of level 1, since the head has none</source>
        <translation>머리말에 제목이 없어 첫 번째 1단계 제목을 씀</translation>
    </message>
    <message>
        <source>the file’s name, since neither head nor headings have one</source>
        <translation>머리말에도 제목줄에도 없어 파일 이름을 씀</translation>
    </message>
    <message>
        <source>None that can be read.</source>
        <translation>읽을 수 있는 날짜가 없음.</translation>
    </message>
    <message>
        <source>from the file’s name</source>
        <translation>파일 이름에서</translation>
    </message>
    <message>
        <source>from the folders’ names</source>
        <translation>폴더 이름에서</translation>
    </message>
    <message>
        <source>None: no heading names a paper, so the post is one page.</source>
        <translation>없음. 논문을 가리키는 제목이 없어 글 전체가 한 페이지입니다.</translation>
    </message>
    <message>
        <source>Numbered headings link to papers.</source>
        <translation>번호가 붙은 제목이 논문으로 연결됩니다.</translation>
    </message>
    <message>
        <source>Headings of one level link to papers.</source>
        <translation>같은 단계의 제목들이 논문으로 연결됩니다.</translation>
    </message>
    <message>
        <source>Lines below headings of one level link to papers.</source>
        <translation>같은 단계의 제목들 아래 줄에 논문 링크가 있습니다.</translation>
    </message>
    <message>
        <source>Sections of a summary follow numbered headings.</source>
        <translation>번호가 붙은 제목 아래에 요약의 절이 이어집니다.</translation>
    </message>
    <message>
        <source>Known by its arXiv id.</source>
        <translation>arXiv 번호로 구분합니다.</translation>
    </message>
    <message>
        <source>Known by its link.</source>
        <translation>링크로 구분합니다.</translation>
    </message>
    <message>
        <source>Known by its title.</source>
        <translation>제목으로 구분합니다.</translation>
    </message>
    <message>
        <source>Known by its place in the post.</source>
        <translation>글에서의 위치로 구분합니다.</translation>
    </message>
    <message>
        <source>a folder of tools</source>
        <translation>도구가 쓰는 폴더</translation>
    </message>
    <message>
        <source>a file without an ending is not read</source>
        <translation>확장자가 없는 파일은 읽지 않습니다</translation>
    </message>
    <message>
        <source>it has no front matter, without which a file of its kind is no post</source>
        <translation>머리말이 없습니다. 이런 파일은 머리말이 있어야 글로 봅니다</translation>
    </message>
</context>
<context>
    <name>ExplanationDialog</name>
    <message>
        <source>How this post was read</source>
        <translation>이 글을 이렇게 읽었습니다</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>읽으며 남긴 참고</translation>
    </message>
    <message>
        <source>Passed over in this folder</source>
        <translation>이 폴더에서 글로 보지 않은 것</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>머리말</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>추측</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>Text outside the papers is a page of its own.</source>
        <translation>논문에 속하지 않는 글은 따로 한 페이지가 됩니다.</translation>
    </message>
    <message>
        <source>from %1 in the head</source>
        <translation>머리말의 %1에서</translation>
    </message>
    <message>
        <source>It was read line by line.</source>
        <translation>한 줄씩 따로 읽었습니다.</translation>
    </message>
    <message>
        <source>Not understood: line %1.</source>
        <translation>읽지 못한 줄: %1.</translation>
    </message>
    <message>
        <source>Its numbered headings are chapters.</source>
        <translation>번호가 붙은 제목은 이 글의 장입니다.</translation>
    </message>
    <message>
        <source>files ending in %1 are not read</source>
        <translation>%1 파일은 읽지 않습니다</translation>
    </message>
    <message>
        <source>a %1 site has its posts in %2</source>
        <translation>%1 사이트의 글은 %2 폴더에 있습니다</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Fill in authors from arXiv before</source>
        <translation>먼저 arXiv에서 저자 채우기</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>저장할 곳</translation>
    </message>
    <message>
        <source>Name a place, from the top folder on.</source>
        <translation>저장할 곳의 전체 경로를 입력하세요.</translation>
    </message>
    <message>
        <source>This is a folder. Name a file.</source>
        <translation>폴더입니다. 파일 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>This is a file. Name a folder.</source>
        <translation>파일입니다. 폴더를 입력하세요.</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>이미 있는 파일이며, 새 내용으로 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message>
        <source>The export was cut off.</source>
        <translation>내보내기가 중간에 끊겼습니다.</translation>
    </message>
    <message>
        <source>The export could not be started.</source>
        <translation>내보내기를 시작할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>An export is under way. Wait for it, or cancel it.</source>
        <translation>내보내는 중입니다. 끝날 때까지 기다리거나 취소하세요.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>내보내는 중</translation>
    </message>
    <message>
        <source>The selected papers</source>
        <translation>선택한 논문</translation>
    </message>
    <message>
        <source>The open paper</source>
        <translation>열려 있는 논문</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>이 목록</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message numerus="yes">
        <source>arXiv asks to wait %n second(s)</source>
        <translation>
            <numerusform>arXiv가 %n초 기다려 달라고 합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>내보내기를 취소했습니다.</translation>
    </message>
    <message>
        <source>All marks were written to %1</source>
        <translation>모든 표시를 %1에 저장했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) exported to %1</source>
        <translation>
            <numerusform>논문 %n편을 %1에 내보냈습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left as you changed them</source>
        <translation>
            <numerusform>직접 고치신 파일 %n개는 그대로 두었습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>Exports</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Papers and what you made of them, as files that other programs read.</source>
        <translation>논문과 직접 만든 것을 다른 프로그램이 읽는 파일로 만듭니다.</translation>
    </message>
    <message>
        <source>Markdown, BibTeX, RIS, CSV, PDF, feeds and cards; what was chosen last is offered first.</source>
        <translation>Markdown, BibTeX, RIS, CSV, PDF, 피드, 암기 카드 중에서 고릅니다. 마지막에 고른 형식이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Into files</source>
        <translation>파일로</translation>
    </message>
    <message>
        <source>With notes and highlights, after a look at the pages.</source>
        <translation>인쇄될 모습을 먼저 보고, 메모와 하이라이트도 함께 인쇄합니다.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>종이로</translation>
    </message>
    <message>
        <source>What would change is shown before anything does.</source>
        <translation>무엇이 바뀔지 먼저 보여 줍니다.</translation>
    </message>
    <message>
        <source>From files</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>Into the collection chosen there, with notes and labels. Zotero has to run on this computer.</source>
        <translation>Zotero에서 고른 컬렉션에 메모와 라벨까지 넣습니다. 이 컴퓨터에 Zotero가 켜져 있어야 합니다.</translation>
    </message>
    <message>
        <source>To Zotero</source>
        <translation>Zotero로</translation>
    </message>
</context>
<context>
    <name>FacetStrip</name>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>달</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>섹션</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>이 검색 저장</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>메모 있음</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>벤치마크</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>The last seven posts</source>
        <translation>최근 글 7개</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>전체 논문</translation>
    </message>
    <message>
        <source>There are no other papers to compare these with: choose a shorter stretch, such as this week.</source>
        <translation>견줄 다른 논문이 없습니다. 이번 주처럼 더 짧은 기간을 고르세요.</translation>
    </message>
    <message>
        <source>all others of the library</source>
        <translation>라이브러리의 나머지 전체</translation>
    </message>
    <message>
        <source>How it is counted: papers with a term, not how often it stands there. They are compared with %1 papers (%2); z is the log-odds ratio in standard deviations, smoothed by a prior of %3 papers. First seen is what at least two papers have and no title or contribution before.</source>
        <translation>세는 법: 용어가 나온 횟수가 아니라 그 용어가 있는 논문 수를 셉니다. 논문 %1편(%2)과 견주며, z는 논문 %3편의 사전 분포로 다듬은 로그 오즈비를 표준편차로 나타낸 값입니다. ‘처음 나온 용어’는 두 편 이상에 있고, 그전의 어떤 제목과 기여에도 없던 것입니다.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Papers a day</source>
        <translation>날마다 나온 논문</translation>
    </message>
    <message>
        <source>No paper here has a date.</source>
        <translation>날짜가 있는 논문이 없습니다.</translation>
    </message>
    <message>
        <source>Rising terms</source>
        <translation>떠오르는 용어</translation>
    </message>
    <message>
        <source>Nothing rises.</source>
        <translation>떠오르는 용어가 없습니다.</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>처음 나온 용어</translation>
    </message>
    <message>
        <source>No term is new.</source>
        <translation>새 용어가 없습니다.</translation>
    </message>
    <message>
        <source>In several posts</source>
        <translation>여러 글에 나온 논문</translation>
    </message>
    <message>
        <source>Every paper is in one post only.</source>
        <translation>모두 글 하나에만 나왔습니다.</translation>
    </message>
    <message>
        <source>New benchmarks</source>
        <translation>새 벤치마크</translation>
    </message>
    <message>
        <source>No paper introduces one.</source>
        <translation>벤치마크를 새로 내놓은 논문이 없습니다.</translation>
    </message>
    <message>
        <source>No papers here. Another range may have some.</source>
        <translation>이 기간에는 논문이 없습니다. 다른 기간을 골라 보세요.</translation>
    </message>
</context>
<context>
    <name>Fielding</name>
    <message>
        <source>J and K go from line to line, Enter looks for it, Esc goes back</source>
        <translation>J와 K로 줄을 오가고, Enter로 검색하고, Esc로 돌아갑니다</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this paper</source>
        <translation>이 논문에서 찾기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>%1 here, %2 in the summary of %3: ten times apart</source>
        <translation>여기에는 %1, %3의 요약에는 %2: 열 배 차이가 납니다</translation>
    </message>
    <message>
        <source>The text ends in mid-sentence: … %1</source>
        <translation>문장이 끝나지 않았습니다: … %1</translation>
    </message>
    <message>
        <source>%1 and %2 seem to stand in each other&apos;s place</source>
        <translation>%1와(과) %2 섹션이 서로 바뀐 것 같습니다</translation>
    </message>
    <message>
        <source>This may be the summary of another paper: it never speaks of %1</source>
        <translation>다른 논문의 요약일 수 있습니다. %1에 관한 말이 없습니다</translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message numerus="yes">
        <source>%Ln shown that would be folded</source>
        <translation>
            <numerusform>접을 논문 %Ln편을 보이는 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folded</source>
        <translation>
            <numerusform>%Ln편 접음</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보이기</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>A folder with posts</source>
        <translation>글이 담긴 폴더</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Posts name no authors: fill them in from arXiv before. Your note goes with each paper.</source>
        <translation>글에는 저자가 없으니 먼저 arXiv에서 정보를 채우세요. 메모도 함께 나갑니다.</translation>
    </message>
    <message>
        <source>Markdown folder (Obsidian)</source>
        <translation>Markdown 폴더 (Obsidian)</translation>
    </message>
    <message>
        <source>One file a paper. Exporting again updates it, unless you have changed it.</source>
        <translation>논문마다 파일 하나입니다. 다시 내보내면 직접 고치지 않은 파일만 새로 고칩니다.</translation>
    </message>
    <message>
        <source>BibTeX (LaTeX)</source>
        <translation>BibTeX (LaTeX)</translation>
    </message>
    <message>
        <source>RIS (EndNote, Mendeley)</source>
        <translation>RIS (EndNote, Mendeley)</translation>
    </message>
    <message>
        <source>CSL-JSON (Zotero, Pandoc)</source>
        <translation>CSL-JSON (Zotero, Pandoc)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>표 (CSV)</translation>
    </message>
    <message>
        <source>A line a paper, for Excel and other spreadsheets.</source>
        <translation>논문마다 한 줄이며, Excel 같은 스프레드시트에서 엽니다.</translation>
    </message>
    <message>
        <source>List of ids (Zotero)</source>
        <translation>번호 목록 (Zotero)</translation>
    </message>
    <message>
        <source>A line a paper, to be pasted into Zotero’s “add by identifier”.</source>
        <translation>논문마다 한 줄. Zotero의 ‘식별자로 추가’에 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Cards of your highlights (Anki)</source>
        <translation>하이라이트 카드 (Anki)</translation>
    </message>
    <message>
        <source>A card a highlight. Import the file in Anki; doing so again adds nothing twice.</source>
        <translation>하이라이트마다 카드 한 장. Anki에서 파일을 가져오세요. 다시 가져와도 두 번 생기지 않습니다.</translation>
    </message>
    <message>
        <source>Feed (Atom)</source>
        <translation>피드 (Atom)</translation>
    </message>
    <message>
        <source>For feed readers: an entry a paper, with its sections and your note.</source>
        <translation>피드 리더용. 논문마다 한 항목이며 섹션과 메모가 함께 들어갑니다.</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>웹 페이지 (HTML)</translation>
    </message>
    <message>
        <source>One page with all papers, to be opened in a browser.</source>
        <translation>모든 논문을 담은 한 페이지이며, 브라우저에서 엽니다.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Each paper on pages of its own, with your note and highlights.</source>
        <translation>논문마다 새 쪽에서 시작하며, 메모와 하이라이트를 담습니다.</translation>
    </message>
    <message>
        <source>All marks, for another computer (zip)</source>
        <translation>모든 표시, 다른 컴퓨터로 옮기기 (zip)</translation>
    </message>
    <message>
        <source>Bookmarks, notes, labels and all else you made, to be merged elsewhere.</source>
        <translation>북마크, 메모, 라벨 등 직접 만드신 모든 것을 다른 컴퓨터에서 합칠 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>No paper was open before this one</source>
        <translation>이보다 앞서 연 논문이 없습니다</translation>
    </message>
    <message>
        <source>No paper was open after this one</source>
        <translation>이보다 뒤에 연 논문이 없습니다</translation>
    </message>
</context>
<context>
    <name>HighlightBar</name>
    <message>
        <source>Quote in note</source>
        <translation>메모에 인용</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>정정…</translation>
    </message>
</context>
<context>
    <name>HighlightColours</name>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>분홍</translation>
    </message>
</context>
<context>
    <name>HighlightGestures</name>
    <message>
        <source>Quote in note</source>
        <translation>메모에 인용</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>하이라이트 지우기</translation>
    </message>
    <message>
        <source>Highlight in %1</source>
        <translation>%1으로 하이라이트</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>정정…</translation>
    </message>
</context>
<context>
    <name>Highlighting</name>
    <message>
        <source>Select some words of the text first</source>
        <translation>먼저 본문에서 글을 고르세요</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>하이라이트했습니다</translation>
    </message>
    <message>
        <source>These words are no longer in the summary; the quote keeps them.</source>
        <translation>이 글은 이제 요약에 없습니다. 인용문에는 그대로 남아 있습니다.</translation>
    </message>
    <message>
        <source>Highlight removed. Ctrl+Z brings it back.</source>
        <translation>하이라이트를 지웠습니다. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Select words of the text and press H, or choose a colour: they are listed here.</source>
        <translation>본문에서 글을 고르고 H를 누르거나 색을 고르면 여기에 모입니다.</translation>
    </message>
    <message>
        <source>no longer in the text</source>
        <translation>본문에서 찾을 수 없음</translation>
    </message>
    <message>
        <source>These words are no longer in the summary; the highlight keeps them.</source>
        <translation>이 글은 이제 요약에 없습니다. 하이라이트에는 그대로 남아 있습니다.</translation>
    </message>
    <message>
        <source>Quote in note</source>
        <translation>메모에 인용</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Remove highlight</source>
        <translation>하이라이트 지우기</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>정정했습니다</translation>
    </message>
    <message>
        <source>Correction taken back. Ctrl+Z brings it back.</source>
        <translation>정정을 취소했습니다. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>정정…</translation>
    </message>
</context>
<context>
    <name>HitCounter</name>
    <message>
        <source>Previous place found (Shift+F3)</source>
        <translation>앞서 찾은 곳 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place found (F3)</source>
        <translation>다음 찾은 곳 (F3)</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found in this paper</source>
        <translation>
            <numerusform>이 논문에서 %n곳을 찾았습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Notes with another text here, whose older text is kept as a version</source>
        <translation>여기와 내용이 다른 메모 (더 오래된 글은 이전 판으로 남습니다)</translation>
    </message>
    <message>
        <source>New bookmarks</source>
        <translation>새 북마크</translation>
    </message>
    <message>
        <source>New bookmarks of papers that are in no post here</source>
        <translation>새 북마크 (여기 글에 없는 논문)</translation>
    </message>
    <message>
        <source>Bookmarked already</source>
        <translation>이미 북마크함</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>알아보지 못함</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>A list of papers (BibTeX, RIS, CSL-JSON, CSV, links, bookmarks of a browser), a vault whose notes you changed, or the marks of another computer. Nothing is changed before you have seen what would be.</source>
        <translation>논문 목록(BibTeX, RIS, CSL-JSON, CSV, 링크, 브라우저 북마크), 메모를 고친 보관소 폴더, 또는 다른 컴퓨터의 표시를 가져옵니다. 무엇이 바뀔지 먼저 보여 주고, 그 전에는 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>가져올 것</translation>
    </message>
    <message>
        <source>Choose a file or folder, or drop it here</source>
        <translation>파일이나 폴더를 고르거나 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>What importing it would change</source>
        <translation>가져오면 바뀌는 것</translation>
    </message>
    <message>
        <source>What it would change stands here.</source>
        <translation>가져오면 무엇이 바뀌는지 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>잠시만요…</translation>
    </message>
    <message>
        <source>This would change:</source>
        <translation>이렇게 바뀝니다:</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>새로운 것이 없습니다.</translation>
    </message>
    <message>
        <source>Imported. What was there before is kept as a backup where notes were merged.</source>
        <translation>가져왔습니다. 메모가 합쳐졌다면 이전 상태는 백업에 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message>
        <source>The import was cut off.</source>
        <translation>가져오기가 중간에 끊겼습니다.</translation>
    </message>
    <message>
        <source>The import could not be started.</source>
        <translation>가져오기를 시작하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key · Del: none</source>
        <translation>키를 누르세요 · Del: 없음</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Click the keys of an action and press others: one, or two in a row.</source>
        <translation>동작의 단축키를 클릭하고 다른 키를 누르세요. 키 하나, 또는 이어서 두 개를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>모두 처음대로</translation>
    </message>
    <message>
        <source>Keys of your own</source>
        <translation>바꾼 단축키</translation>
    </message>
    <message>
        <source>Every action gets its usual keys again.</source>
        <translation>모든 동작의 단축키가 처음대로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>처음대로</translation>
    </message>
    <message>
        <source>%1 is the key of %2.</source>
        <translation>%1: 이미 %2에 쓰이는 키입니다.</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>여기에 쓰기</translation>
    </message>
</context>
<context>
    <name>LabelChip</name>
    <message>
        <source>Label %1</source>
        <translation>라벨 %1</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Name of the label</source>
        <translation>라벨 이름</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>라벨 지우기</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>새 라벨</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>라벨 바꾸기</translation>
    </message>
    <message>
        <source>The label “%1” was removed. Ctrl+Z brings it back.</source>
        <translation>‘%1’ 라벨을 지웠습니다. Ctrl+Z로 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Find a label</source>
        <translation>라벨 찾기</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>새 라벨…</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>분홍</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>The program ended unexpectedly the last time.</source>
        <translation>지난번에 프로그램이 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>Notes and bookmarks are saved as you go, so they are here. If you tell somebody of this, add the report: versions, the place of the error, and the last lines of the log. It is sent nowhere by itself.</source>
        <translation>메모와 북마크는 그때그때 저장되므로 그대로 남아 있습니다. 이 문제를 알리실 때는 보고서를 함께 보내 주세요. 보고서에는 버전, 오류가 난 위치, 로그의 마지막 부분이 들어 있으며 자동으로 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>보고서를 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>unread</source>
        <translation>안 읽음</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽음</translation>
    </message>
</context>
<context>
    <name>LensHeader</name>
    <message>
        <source>Single paper</source>
        <translation>한 편 보기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
</context>
<context>
    <name>LensPage</name>
    <message>
        <source>Section lens</source>
        <translation>섹션 렌즈</translation>
    </message>
</context>
<context>
    <name>LensView</name>
    <message numerus="yes">
        <source>Nothing known: %Ln paper(s)</source>
        <translation>
            <numerusform>정보 부족: %Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing known of %Ln</source>
        <translation>
            <numerusform>%Ln편은 정보 부족</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Copy citation</source>
        <translation>인용 복사</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Papers this note links to</source>
        <translation>이 메모가 가리키는 논문</translation>
    </message>
    <message>
        <source>Notes that mention this paper</source>
        <translation>이 논문을 언급한 메모</translation>
    </message>
    <message>
        <source>Type [[ in a note to link to a paper. Notes that link here are listed too.</source>
        <translation>메모에 [[ 를 입력하면 논문을 연결할 수 있습니다. 이 논문을 언급한 메모도 여기에 모입니다.</translation>
    </message>
    <message>
        <source>not in the library</source>
        <translation>라이브러리에 없음</translation>
    </message>
    <message>
        <source>Ctrl+click opens it</source>
        <translation>Ctrl+클릭하면 열립니다</translation>
    </message>
    <message>
        <source>Click goes to the place</source>
        <translation>클릭하면 그 자리로 갑니다</translation>
    </message>
    <message>
        <source>There is no paper “%1” in the library</source>
        <translation>라이브러리에 “%1” 논문이 없습니다</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n편 선택</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing search; results follow.</source>
        <translation>검색을 준비하고 있습니다. 곧 결과가 나옵니다.</translation>
    </message>
</context>
<context>
    <name>MarkEdits</name>
    <message>
        <source>Another window wrote this note too. Its text is among the earlier versions.</source>
        <translation>다른 창에서도 이 메모를 썼습니다. 그 글은 이전 버전에 남아 있습니다.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message numerus="yes">
        <source>%n paper(s) marked as read. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n편을 읽음으로 표시했습니다. Ctrl+Z로 되돌립니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n paper(s) as read</source>
        <translation>
            <numerusform>%n편을 읽음으로 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>새 라벨…</translation>
    </message>
</context>
<context>
    <name>MineView</name>
    <message>
        <source>What I read, day by day</source>
        <translation>날짜별 읽은 기록</translation>
    </message>
    <message>
        <source>My highlights and notes</source>
        <translation>내 하이라이트와 메모</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>라벨 없음</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Words in highlights, notes, titles and labels</source>
        <translation>하이라이트, 메모, 제목, 라벨에 있는 말</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>목록 좁히기</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>날짜순</translation>
    </message>
    <message>
        <source>By paper</source>
        <translation>논문별</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>색별</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>라벨별</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>하이라이트와 메모</translation>
    </message>
    <message>
        <source>What I read</source>
        <translation>읽은 기록</translation>
    </message>
    <message>
        <source>Words in titles</source>
        <translation>제목에 있는 말</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>이 말이 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was read yet. A paper counts as read after a moment in front of you, or with R.</source>
        <translation>아직 읽은 논문이 없습니다. 잠시 보고 있거나 R을 누르면 읽음으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Nothing is highlighted or written yet. Select words and press H, or write a note with E.</source>
        <translation>아직 하이라이트나 메모가 없습니다. 글을 선택하고 H를 누르거나 E로 메모를 쓰세요.</translation>
    </message>
    <message>
        <source>Five of mine for today</source>
        <translation>오늘의 다섯</translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s)</source>
        <translation>
            <numerusform>%Ln개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mining</name>
    <message>
        <source>J and K go from row to row, Enter opens the paper, Esc goes back</source>
        <translation>J와 K로 줄을 옮기고, Enter로 논문을 열고, Esc로 돌아갑니다</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Names that mean the same</source>
        <translation>같은 뜻의 이름</translation>
    </message>
    <message>
        <source>No pairs yet. Write two names below, and say whether they mean the same.</source>
        <translation>아직 없습니다. 아래에 이름 두 개를 적고 뜻이 같은지 다른지 고르세요.</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>다른 이름</translation>
    </message>
    <message>
        <source>They mean the same</source>
        <translation>같은 뜻입니다</translation>
    </message>
    <message>
        <source>They do not</source>
        <translation>다른 뜻입니다</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>A search for one finds the other as well, below the papers with the word you typed.</source>
        <translation>한쪽을 검색하면 다른 쪽도 함께 찾습니다. 입력한 낱말이 그대로 있는 논문이 먼저 나옵니다.</translation>
    </message>
</context>
<context>
    <name>NamingTerms</name>
    <message>
        <source>No other name is known of what is selected. Select a term first.</source>
        <translation>선택한 말의 다른 이름은 알려진 것이 없습니다. 먼저 용어를 선택하세요.</translation>
    </message>
</context>
<context>
    <name>NextUnread</name>
    <message>
        <source>No other unread paper in this list</source>
        <translation>이 목록에는 읽지 않은 논문이 더 없습니다</translation>
    </message>
</context>
<context>
    <name>NoteHeader</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Earlier versions of this note</source>
        <translation>이 메모의 이전 버전</translation>
    </message>
    <message>
        <source>E: write a note</source>
        <translation>E 키로 메모 쓰기</translation>
    </message>
    <message>
        <source>Note · Markdown</source>
        <translation>메모 · Markdown</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>하이라이트</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>연결</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Not saved: %1</source>
        <translation>저장하지 못함: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>저장 중…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>저장됨 %1</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>하이라이트</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>A note on this paper</source>
        <translation>이 논문에 대한 메모</translation>
    </message>
    <message>
        <source>Note on this paper</source>
        <translation>이 논문에 대한 메모</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n paper(s) to revisit today</source>
        <translation>
            <numerusform>오늘 다시 볼 논문이 %n편 있습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message>
        <source>arXiv or Zotero is being asked already. Wait for that, or cancel it.</source>
        <translation>이미 arXiv나 Zotero에 묻고 있습니다. 기다리거나 취소하세요.</translation>
    </message>
    <message>
        <source>Asking arXiv</source>
        <translation>arXiv에 묻는 중</translation>
    </message>
    <message>
        <source>Sending to Zotero</source>
        <translation>Zotero로 보내는 중</translation>
    </message>
    <message numerus="yes">
        <source>arXiv asks to wait %n second(s)</source>
        <translation>
            <numerusform>arXiv가 %n초 기다려 달라고 합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) filled in from arXiv</source>
        <translation>
            <numerusform>논문 %n편의 정보를 arXiv에서 채움</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known before</source>
        <translation>
            <numerusform>%n편은 이미 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on arXiv</source>
        <translation>
            <numerusform>%n편은 arXiv에 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) sent to Zotero: %1</source>
        <translation>
            <numerusform>논문 %n편을 Zotero로 보냄: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there before</source>
        <translation>
            <numerusform>%n편은 이미 있음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Paper&apos;s text</source>
        <translation>논문 글</translation>
    </message>
</context>
<context>
    <name>PageWriter</name>
    <message>
        <source>Introduction</source>
        <translation>Introduction</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>Limitations</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motivation</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>Picture on {host} · click to open it in the browser</source>
        <translation>{host}에 있는 그림 · 누르면 브라우저에서 열립니다</translation>
    </message>
    <message>
        <source>Picture not found: {name}</source>
        <translation>그림을 찾을 수 없음: {name}</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>아직 내용이 없는 글입니다.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search the library for “%1”</source>
        <translation>라이브러리에서 “%1” 검색</translation>
    </message>
    <message>
        <source>Papers, places, commands …</source>
        <translation>논문, 위치, 명령 …</translation>
    </message>
</context>
<context>
    <name>PaperJob</name>
    <message>
        <source>The papers could not be noted down: no room for temporary files.</source>
        <translation>논문 목록을 적어 두지 못했습니다. 임시 파일을 둘 자리가 없습니다.</translation>
    </message>
    <message>
        <source>That was cut off.</source>
        <translation>작업이 중간에 끊겼습니다.</translation>
    </message>
    <message>
        <source>That could not be started.</source>
        <translation>작업을 시작하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Papers</source>
        <translation>논문 목록</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>to revisit since %1</source>
        <translation>%1부터 다시 보기</translation>
    </message>
    <message>
        <source>revisit today</source>
        <translation>오늘 다시 보기</translation>
    </message>
    <message>
        <source>revisit %1</source>
        <translation>%1 다시 보기</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>in no post here</source>
        <translation>이 라이브러리의 글에 없음</translation>
    </message>
    <message>
        <source>post</source>
        <translation>글</translation>
    </message>
    <message>
        <source>With the same meaning</source>
        <translation>같은 뜻으로</translation>
    </message>
    <message>
        <source>With some of the words</source>
        <translation>일부 낱말만</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>아직 내용이 없는 글입니다.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>북마크함</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>갱신됨</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperTabs</name>
    <message>
        <source>Close the tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Open papers</source>
        <translation>열린 논문</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Notes and highlights</source>
        <translation>메모와 하이라이트</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>What will be printed</source>
        <translation>인쇄될 모습</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>이전 쪽</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>다음 쪽</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>준비하는 중…</translation>
    </message>
    <message>
        <source>The printer did not take the pages, or could not write their file.</source>
        <translation>프린터가 페이지를 받지 않았거나 파일을 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>논문 %n편</numerusform>
        </translation>
    </message>
    <message>
        <source>What was to be printed could not be written: %1</source>
        <translation>인쇄할 내용을 쓰지 못했습니다: %1</translation>
    </message>
    <message>
        <source>What was to be printed could not be read: %1</source>
        <translation>인쇄할 내용을 읽지 못했습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed</source>
        <translation>
            <numerusform>%n쪽을 인쇄했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>개인정보 보호</translation>
    </message>
    <message>
        <source>Only what you added or asked for is contacted. No account, no statistics, no reports of crashes.</source>
        <translation>직접 더하거나 시킨 곳에만 접속합니다. 계정도, 통계도, 오류 보고도 없습니다.</translation>
    </message>
    <message>
        <source>Git repositories of your library</source>
        <translation>라이브러리의 Git 저장소</translation>
    </message>
    <message>
        <source>At the start, on F5 and every few hours. Passwords are asked of Git’s own helpers, not kept.</source>
        <translation>시작할 때, F5를 누를 때, 그리고 몇 시간마다. 비밀번호는 Git의 도우미에게 묻고 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Computers that posts take pictures from</source>
        <translation>글에 넣은 그림이 있는 서버</translation>
    </message>
    <message>
        <source>When a post is shown, only of sources with “Web pictures”. Without cookies.</source>
        <translation>&apos;웹 그림&apos;을 켠 곳의 글을 볼 때만 접속합니다. 쿠키는 보내지 않습니다.</translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>When you say “Fill in from arXiv”. It is told the numbers of the papers, nothing else.</source>
        <translation>‘arXiv에서 정보 채우기’를 시킬 때. 논문 번호만 보냅니다.</translation>
    </message>
    <message>
        <source>The Zotero on this computer</source>
        <translation>이 컴퓨터의 Zotero</translation>
    </message>
    <message>
        <source>When you say “Send to Zotero”.</source>
        <translation>‘Zotero로 보내기’를 시킬 때.</translation>
    </message>
    <message>
        <source>The address for updates</source>
        <translation>업데이트 주소</translation>
    </message>
    <message>
        <source>When you check for updates. There is none until you write one.</source>
        <translation>업데이트를 확인할 때. 직접 적기 전에는 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Your browser</source>
        <translation>브라우저</translation>
    </message>
    <message>
        <source>When you open a link.</source>
        <translation>링크를 열 때.</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Program and updates</source>
        <translation>프로그램과 업데이트</translation>
    </message>
    <message>
        <source>A newer version</source>
        <translation>새 버전</translation>
    </message>
</context>
<context>
    <name>QueryBuilder</name>
    <message>
        <source>Words</source>
        <translation>낱말</translation>
    </message>
    <message>
        <source>In the title</source>
        <translation>제목에</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>섹션</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>In notes</source>
        <translation>메모에</translation>
    </message>
    <message>
        <source>Any section</source>
        <translation>모든 섹션</translation>
    </message>
    <message>
        <source>Read or not</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>메모 있음</translation>
    </message>
    <message>
        <source>From</source>
        <translation>이날부터</translation>
    </message>
    <message>
        <source>To</source>
        <translation>이날까지</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This paper has no such page</source>
        <translation>이 논문에는 그런 페이지가 없습니다</translation>
    </message>
    <message>
        <source>No papers like this one are known</source>
        <translation>이 논문과 비슷한 논문을 찾지 못했습니다</translation>
    </message>
    <message>
        <source>This paper has no pictures</source>
        <translation>이 논문에는 그림이 없습니다</translation>
    </message>
    <message>
        <source>Opened in the browser: %1</source>
        <translation>브라우저에서 열었습니다: %1</translation>
    </message>
    <message>
        <source>No browser could be opened for %1</source>
        <translation>브라우저를 열지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Choose a paper to read it here.</source>
        <translation>논문을 고르면 여기에서 읽을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>This system shows no notices.</source>
        <translation>이 시스템에는 알림이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Restore the backup</source>
        <translation>백업으로 복원</translation>
    </message>
    <message>
        <source>Begin with empty marks</source>
        <translation>빈 상태로 시작</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>The bookmarks and notes could not be read: their file is damaged.</source>
        <translation>북마크와 메모를 읽을 수 없습니다. 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>There is no backup that can be read.</source>
        <translation>읽을 수 있는 백업이 없습니다.</translation>
    </message>
    <message>
        <source>The newest good backup is of %1.</source>
        <translation>온전한 백업 가운데 가장 새것은 %1의 것입니다.</translation>
    </message>
    <message>
        <source>The damaged file was not deleted. It is kept as:</source>
        <translation>손상된 파일은 지우지 않았습니다. 다음 이름으로 남아 있습니다:</translation>
    </message>
</context>
<context>
    <name>RelatedFoot</name>
    <message>
        <source>Related papers</source>
        <translation>관련 논문</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>The date %1 cannot be read, or not in one way only.</source>
        <translation>날짜 ‘%1’을(를) 읽을 수 없거나 여러 가지로 읽힙니다.</translation>
    </message>
    <message>
        <source>The post is empty.</source>
        <translation>빈 글입니다.</translation>
    </message>
    <message>
        <source>A code block is never closed; it was read as text.</source>
        <translation>닫히지 않은 코드 블록을 본문으로 읽었습니다.</translation>
    </message>
    <message>
        <source>There is no front matter.</source>
        <translation>머리말이 없습니다.</translation>
    </message>
    <message>
        <source>The front matter, or some of its lines, cannot be read.</source>
        <translation>머리말 전체나 일부 줄을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The paper has no link; it is known by its title.</source>
        <translation>논문에 링크가 없어 제목으로 구분합니다.</translation>
    </message>
    <message>
        <source>The encoding is a guess, or some bytes cannot be read.</source>
        <translation>인코딩을 추측했거나 읽을 수 없는 바이트가 있습니다.</translation>
    </message>
    <message>
        <source>No date in the front matter; the file name may give one.</source>
        <translation>머리말에 날짜가 없습니다. 파일 이름에 있으면 그것을 씁니다.</translation>
    </message>
    <message>
        <source>The post could not be understood, by a fault of this program.</source>
        <translation>이 프로그램의 결함으로 글을 이해하지 못해 있는 그대로 보여 줍니다.</translation>
    </message>
    <message>
        <source>The front matter is never closed; it is read as text.</source>
        <translation>머리말이 닫히지 않아 모두 본문으로 읽었습니다.</translation>
    </message>
    <message>
        <source>Another paper has the same link; this one is known by its title.</source>
        <translation>다른 논문과 링크가 같아 이 논문은 제목으로 구분합니다.</translation>
    </message>
    <message>
        <source>No papers; one page.</source>
        <translation>논문이 없어 한 페이지로 봅니다.</translation>
    </message>
    <message>
        <source>The paper has no number; its place in the post is used.</source>
        <translation>논문에 번호가 없어 글에서의 순서를 씁니다.</translation>
    </message>
    <message>
        <source>The paper stands in this post more than once.</source>
        <translation>이 글에 같은 논문이 두 번 이상 나옵니다.</translation>
    </message>
    <message>
        <source>There is text outside the papers; it is shown as a page of its own.</source>
        <translation>논문에 속하지 않는 글이 있어 따로 한 페이지로 보여 줍니다.</translation>
    </message>
    <message>
        <source>The section %1 is empty.</source>
        <translation>‘%1’ 절이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Sections not found: %1.</source>
        <translation>찾지 못한 절: %1.</translation>
    </message>
    <message>
        <source>The text ends in the middle of a sentence.</source>
        <translation>글이 문장 중간에서 끝납니다.</translation>
    </message>
    <message>
        <source>The title is broken over several lines; they were joined.</source>
        <translation>여러 줄로 나뉜 제목을 이어 붙였습니다.</translation>
    </message>
    <message>
        <source>No title in the front matter; another stands in for it.</source>
        <translation>머리말에 제목이 없어 다른 것으로 대신합니다.</translation>
    </message>
    <message>
        <source>The post is too long to be understood; shown as it is.</source>
        <translation>글이 너무 길어 있는 그대로 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>RepositoryDialog</name>
    <message>
        <source>A Git repository with posts</source>
        <translation>글이 있는 Git 저장소</translation>
    </message>
    <message>
        <source>Its address, or its blog’s. A link to a folder or branch is understood too.</source>
        <translation>저장소나 블로그의 주소를 넣으세요. 폴더나 브랜치 링크도 됩니다.</translation>
    </message>
    <message>
        <source>Address of the repository</source>
        <translation>저장소 주소</translation>
    </message>
    <message>
        <source>It is fetched at the start, on F5 and every few hours. Nothing else is contacted.</source>
        <translation>시작할 때와 F5를 누를 때, 그리고 몇 시간마다 가져옵니다. 다른 곳에는 접속하지 않습니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Will be fetched: %1</source>
        <translation>가져올 곳: %1</translation>
    </message>
    <message>
        <source>This is no address of a repository. Write https://host/owner/name.</source>
        <translation>저장소 주소가 아닙니다. https://host/owner/name처럼 적어 주세요.</translation>
    </message>
</context>
<context>
    <name>Revisit</name>
    <message>
        <source>Revisit</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Revisit on %1</source>
        <translation>다시 볼 날: %1</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>다른 날…</translation>
    </message>
    <message>
        <source>No longer revisit</source>
        <translation>다시 보지 않기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>다 봤음</translation>
    </message>
    <message>
        <source>Again later</source>
        <translation>나중에 다시 보기</translation>
    </message>
    <message>
        <source>Again tomorrow</source>
        <translation>내일 다시 보기</translation>
    </message>
    <message>
        <source>Again in %1 days</source>
        <translation>%1일 뒤 다시 보기</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>내일</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3일 뒤</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>다음 주</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Save this search</source>
        <translation>이 검색 저장</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Remove the saved search</source>
        <translation>저장한 검색 삭제</translation>
    </message>
    <message>
        <source>Rename the saved search</source>
        <translation>저장한 검색 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search: image generation section:results tag:arxiv after:2025-10</source>
        <translation>검색: 이미지 생성 section:results tag:arxiv after:2025-10</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>라이브러리 검색</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>검색어 지우기</translation>
    </message>
    <message>
        <source>Search by fields</source>
        <translation>항목별로 검색</translation>
    </message>
</context>
<context>
    <name>SearchNotice</name>
    <message>
        <source>Found by %1</source>
        <translation>고쳐서 찾은 말: %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>%1만 찾기</translation>
    </message>
    <message>
        <source>not an operator, taken as words: %1</source>
        <translation>연산자가 아니어서 낱말로 찾음: %1</translation>
    </message>
    <message>
        <source>not in your library: %1</source>
        <translation>라이브러리에 없는 말: %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>혹시 %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n more with the words apart</source>
        <translation>
            <numerusform>낱말이 떨어져 있는 논문 %n편 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %1: %n paper(s)</source>
        <translation>
            <numerusform>%1 없이 %n편</numerusform>
        </translation>
    </message>
    <message>
        <source>likely the same: %1</source>
        <translation>아마 같은 뜻: %1</translation>
    </message>
    <message>
        <source>search for both</source>
        <translation>함께 찾기</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>다른 뜻</translation>
    </message>
    <message>
        <source>also by the same meaning: %1</source>
        <translation>같은 뜻: %1</translation>
    </message>
    <message>
        <source>days: %1, counted from the last post</source>
        <translation>날짜: %1 (가장 최근 글 기준)</translation>
    </message>
    <message>
        <source>days: %1</source>
        <translation>날짜: %1</translation>
    </message>
    <message>
        <source>papers with such a number: %1</source>
        <translation>이런 수치가 있는 논문: %1</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>What is remembered goes; saved searches stay.</source>
        <translation>기억한 검색을 지웁니다. 저장한 검색은 남습니다.</translation>
    </message>
    <message>
        <source>Searches made so far</source>
        <translation>지금까지 한 검색</translation>
    </message>
    <message>
        <source>Names that you say are one, or are not, whatever the program knows of them.</source>
        <translation>같은 뜻인지 다른 뜻인지 직접 정한 이름입니다.</translation>
    </message>
    <message>
        <source>Names of concepts</source>
        <translation>개념의 이름</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>The searches made are forgotten.</source>
        <translation>검색 기록을 지웠습니다.</translation>
    </message>
    <message>
        <source>There is no search to save. Type one first.</source>
        <translation>저장할 검색이 없습니다. 먼저 검색해 주세요.</translation>
    </message>
    <message>
        <source>The search is taken as it was typed.</source>
        <translation>이미 입력한 그대로 찾고 있습니다.</translation>
    </message>
    <message>
        <source>The search index is being made. Until then every text is read, which takes longer.</source>
        <translation>검색 색인을 만드는 중입니다. 그동안은 글을 모두 읽어 찾으므로 시간이 더 걸립니다.</translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>How this post was read…</source>
        <translation>이 글을 어떻게 읽었나…</translation>
    </message>
    <message>
        <source>arXiv says that this paper was withdrawn.</source>
        <translation>arXiv에 따르면 철회된 논문입니다.</translation>
    </message>
    <message>
        <source>No post in the library has this paper. This is its last known text.</source>
        <translation>라이브러리의 어느 글에도 없는 논문입니다. 마지막으로 알려진 내용을 보여 줍니다.</translation>
    </message>
    <message>
        <source>No post in the library has this paper. Only what you marked on it is known.</source>
        <translation>라이브러리의 어느 글에도 없는 논문입니다. 직접 남긴 표시만 알려져 있습니다.</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>다른 글에도 있음</translation>
    </message>
    <message>
        <source>Summary of {place}</source>
        <translation>{place}의 요약</translation>
    </message>
    <message>
        <source>Line {number}: {message}</source>
        <translation>{number}번째 줄: {message}</translation>
    </message>
    <message>
        <source>Remarks made while reading the file: {count}</source>
        <translation>파일을 읽으며 남긴 참고 {count}개</translation>
    </message>
</context>
<context>
    <name>SectionTabs</name>
    <message>
        <source>Sections</source>
        <translation>섹션</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Size of the text</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>세피아</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>시스템에 따름</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>한국어</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Fetch repositories every</source>
        <translation>저장소를 가져오는 간격</translation>
    </message>
    <message>
        <source>While the window is open. With 0 they are fetched only when you ask (F5).</source>
        <translation>창이 열려 있는 동안의 간격입니다. 0이면 F5를 누를 때만 가져옵니다.</translation>
    </message>
    <message>
        <source>Light or dark as the system, or always the same.</source>
        <translation>시스템을 따르거나, 늘 한 가지로 둡니다.</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>글꼴</translation>
    </message>
    <message>
        <source>Of the text of papers. Serif letters are taken from those this computer has.</source>
        <translation>논문 본문의 글꼴입니다. 명조는 이 컴퓨터에 있는 것을 씁니다.</translation>
    </message>
    <message>
        <source>The rest of the window grows with it.</source>
        <translation>창의 다른 글자도 함께 커집니다.</translation>
    </message>
    <message>
        <source>Width of lines</source>
        <translation>줄 너비</translation>
    </message>
    <message>
        <source>The widest column of text in a wide window.</source>
        <translation>넓은 창에서 본문이 가장 넓어지는 너비입니다.</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>줄 간격</translation>
    </message>
    <message>
        <source>List of papers</source>
        <translation>논문 목록</translation>
    </message>
    <message>
        <source>A close list shows more papers, with a line less of each.</source>
        <translation>촘촘하게 두면 논문마다 한 줄씩 줄여 더 많이 보여 줍니다.</translation>
    </message>
    <message>
        <source>Speed of reading aloud</source>
        <translation>읽어 주는 속도</translation>
    </message>
    <message>
        <source>From the next sentence on.</source>
        <translation>다음 문장부터 바뀝니다.</translation>
    </message>
    <message>
        <source>A paper counts as read after</source>
        <translation>논문을 읽음으로 보는 때</translation>
    </message>
    <message>
        <source>From then on, once you have scrolled in it or gone on to another.</source>
        <translation>이 시간이 지난 뒤 스크롤했거나 다음 논문으로 넘어가면 읽음이 됩니다.</translation>
    </message>
    <message>
        <source>Unread again when rewritten</source>
        <translation>다시 쓰이면 읽지 않음으로</translation>
    </message>
    <message>
        <source>A read paper becomes unread when a post says something else of it.</source>
        <translation>글의 요약이 바뀌면 읽은 논문도 읽지 않음으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Tell me of papers that are due</source>
        <translation>다시 볼 논문 알리기</translation>
    </message>
    <message>
        <source>Once a day, by the notices of the system.</source>
        <translation>하루에 한 번, 시스템 알림으로 알려 줍니다.</translation>
    </message>
    <message>
        <source>Of the window. What posts say stays as it is.</source>
        <translation>창의 언어입니다. 글의 내용은 그대로입니다.</translation>
    </message>
    <message>
        <source>Single keys</source>
        <translation>한 글자 단축키</translation>
    </message>
    <message>
        <source>J, B and others act in tree, list and text, never where you write.</source>
        <translation>J, B 같은 키는 사이드바, 목록, 본문에서만 작동하고 글을 쓰는 곳에서는 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>Remember searches</source>
        <translation>검색 기록 남기기</translation>
    </message>
    <message>
        <source>They are offered as you type, and kept in your profile’s folder alone.</source>
        <translation>입력할 때 제안하는 데 쓰며, 내 프로필 폴더에만 남습니다.</translation>
    </message>
    <message>
        <source>Find words that mean the same</source>
        <translation>뜻이 같은 말도 찾기</translation>
    </message>
    <message>
        <source>In both languages: 확산 모델 finds diffusion models too, further below.</source>
        <translation>두 언어를 오갑니다. ‘확산 모델’로 diffusion model도 찾아 그 아래에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Stay ready when the window is closed</source>
        <translation>창을 닫아도 대기하기</translation>
    </message>
    <message>
        <source>It opens at once then, and goes on watching your folders. Quit ends it.</source>
        <translation>다음에 바로 열리고, 그동안에도 폴더를 살펴봅니다. ‘끝내기’를 하면 완전히 끝납니다.</translation>
    </message>
    <message>
        <source>Address to look for updates at</source>
        <translation>업데이트를 확인할 주소</translation>
    </message>
    <message>
        <source>It is asked only when you say so. Nothing is downloaded.</source>
        <translation>직접 시킬 때만 확인하고, 아무것도 내려받지 않습니다.</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>고딕</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>명조</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>좁게</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>두 배로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>여유 있게</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>촘촘하게</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>No setting says that.</source>
        <translation>맞는 설정이 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인정보 보호</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>수치 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper of the library gives a value of %1.</source>
        <translation>라이브러리에 %1 수치가 나온 논문이 없습니다.</translation>
    </message>
    <message>
        <source>Values of a benchmark</source>
        <translation>벤치마크 수치</translation>
    </message>
    <message>
        <source>Which metric or benchmark? Type its name above, such as FID or GenEval.</source>
        <translation>어떤 지표나 벤치마크인가요? FID, GenEval처럼 위에 이름을 적으세요.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Metric or benchmark</source>
        <translation>지표나 벤치마크</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Order: %1</source>
        <translation>정렬: %1</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>오래된순</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목순</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>관련도순</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜순</translation>
    </message>
    <message>
        <source>By day due</source>
        <translation>다시 볼 날 순</translation>
    </message>
    <message>
        <source>Read last</source>
        <translation>최근에 읽은 순</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message numerus="yes">
        <source>%Ln to sort</source>
        <translation>
            <numerusform>정리할 논문 %Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Y keeps, U later, X lets go, M: all above are read</source>
        <translation>Y 담기, U 나중에, X 넘기기, M 위쪽 모두 읽음</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>담았습니다</translation>
    </message>
    <message>
        <source>Tomorrow again</source>
        <translation>내일 다시 봅니다</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>넘겼습니다</translation>
    </message>
    <message numerus="yes">
        <source>%Ln above marked as read</source>
        <translation>
            <numerusform>위쪽 %Ln편을 읽음으로 표시했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to sort here</source>
        <translation>여기에는 정리할 논문이 없습니다</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Folders and repositories</source>
        <translation>폴더와 저장소</translation>
    </message>
    <message>
        <source>Posts are read where they are, and nothing is written there.</source>
        <translation>글은 있는 자리에서 읽기만 하고, 거기에 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>More posts</source>
        <translation>더 추가하기</translation>
    </message>
    <message>
        <source>The sample library</source>
        <translation>예시 라이브러리</translation>
    </message>
    <message>
        <source>Git repository</source>
        <translation>Git 저장소</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>글 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with remarks</source>
        <translation>
            <numerusform>살펴볼 점이 있는 글 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>cannot be looked into; its papers stay</source>
        <translation>열 수 없음(논문은 그대로 남음)</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>아직 확인하지 않음</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>%1에 가져옴</translation>
    </message>
    <message>
        <source>looked at %1</source>
        <translation>%1에 확인</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>다시 켜기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>A paused source is not looked at; its papers stay as they are.</source>
        <translation>멈춘 동안에는 확인하지 않고, 논문은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>빼기…</translation>
    </message>
    <message>
        <source>Web pictures</source>
        <translation>웹 그림</translation>
    </message>
    <message>
        <source>Pictures that its posts name on other computers are fetched when a post is shown, and kept.</source>
        <translation>글이 다른 컴퓨터에서 가리키는 그림을 글을 볼 때 받아 두고 보여 줍니다.</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>라이브러리에서 빼기</translation>
    </message>
    <message>
        <source>Remove %1 from the library?</source>
        <translation>%1: 라이브러리에서 뺄까요?</translation>
    </message>
    <message>
        <source>The posts themselves stay where they are.</source>
        <translation>글 자체는 있던 자리에 그대로 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) with marks stay listed with their last text.</source>
        <translation>
            <numerusform>표시한 논문 %n편은 마지막 내용과 함께 목록에 남습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>알림 닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>SyncJob</name>
    <message>
        <source>The sync was cut off.</source>
        <translation>동기화가 끊겼습니다.</translation>
    </message>
    <message>
        <source>The sync could not be started.</source>
        <translation>동기화를 시작하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Works offline</source>
        <translation>오프라인에서도 사용 가능</translation>
    </message>
    <message>
        <source>There is no folder in the library yet. Add one with Ctrl+O.</source>
        <translation>라이브러리에 아직 폴더가 없습니다. Ctrl+O로 추가하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>긴 글 %Ln편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>글 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 가져오는 중</translation>
    </message>
    <message>
        <source>Reading posts</source>
        <translation>글 읽는 중</translation>
    </message>
    <message>
        <source>Preparing search</source>
        <translation>검색 준비 중</translation>
    </message>
    <message>
        <source>%1 was not fetched</source>
        <translation>%1에서 새 글을 가져오지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) read</source>
        <translation>
            <numerusform>글 %n개를 읽었습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) gone</source>
        <translation>
            <numerusform>글 %n개 사라짐</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: nothing was fetched</source>
        <translation>오프라인이라 받지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>Nothing new in %n source(s)</source>
        <translation>
            <numerusform>폴더·저장소 %n곳에 새 글이 없습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Metered network: F5 fetches</source>
        <translation>데이터 통신 연결: F5를 눌러 받기</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Offline · posts of %1</source>
        <translation>오프라인 · %1 기준</translation>
    </message>
    <message>
        <source>%1 could not be looked into. Its papers stay; F5 looks again when it is back.</source>
        <translation>%1 폴더를 읽을 수 없습니다. 논문은 그대로 둡니다. 폴더가 돌아오면 F5로 다시 확인하세요.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Today’s backup of your marks was not made</source>
        <translation>오늘의 백업을 만들지 못했습니다</translation>
    </message>
</context>
<context>
    <name>Tabbing</name>
    <message>
        <source>At most twenty papers are opened in tabs at once</source>
        <translation>탭으로는 한 번에 스무 편까지 열 수 있습니다</translation>
    </message>
    <message>
        <source>There is one tab. Middle click or Ctrl+Enter opens a paper in another</source>
        <translation>탭이 하나뿐입니다. 가운데 버튼이나 Ctrl+Enter로 다른 탭에 엽니다</translation>
    </message>
    <message>
        <source>This is the only tab. Ctrl+Q ends the program</source>
        <translation>하나뿐인 탭입니다. Ctrl+Q로 프로그램을 끝냅니다</translation>
    </message>
    <message>
        <source>No tab was closed</source>
        <translation>닫은 탭이 없습니다</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Its results give no such number.</source>
        <translation>결과에 이 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Its summary says “not enough information” and no more.</source>
        <translation>요약에 &apos;정보 부족&apos;이라고만 적혀 있습니다.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln편</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Papers as a table</source>
        <translation>논문 표</translation>
    </message>
    <message>
        <source>No papers are listed here. Choose a place at the left that has some.</source>
        <translation>여기에 논문이 없습니다. 왼쪽에서 다른 곳을 골라 보세요.</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>목록 순서</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최신순</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>오래된순</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>제목순</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <translation>%1 큰 값부터</translation>
    </message>
    <message>
        <source>By another number…</source>
        <translation>다른 수치로…</translation>
    </message>
</context>
<context>
    <name>Tabling</name>
    <message>
        <source>Enter opens a row, Esc goes back</source>
        <translation>Enter로 행을 펼치고, Esc로 돌아갑니다</translation>
    </message>
    <message>
        <source>The table was copied as Markdown</source>
        <translation>표를 Markdown으로 복사했습니다</translation>
    </message>
    <message>
        <source>Sort by a number</source>
        <translation>수치로 정렬</translation>
    </message>
    <message>
        <source>Metric or benchmark, such as FID or GenEval</source>
        <translation>FID, GenEval 같은 지표나 벤치마크</translation>
    </message>
</context>
<context>
    <name>TakingOut</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>There is no place for temporary files: %1</source>
        <translation>임시 파일을 둘 자리가 없습니다: %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1에 내보냈습니다</translation>
    </message>
    <message>
        <source>Opened in the browser, to be printed there</source>
        <translation>브라우저에서 열었습니다. 거기에서 인쇄하세요</translation>
    </message>
    <message>
        <source>No browser could be opened for %1</source>
        <translation>%1을(를) 열 브라우저가 없습니다</translation>
    </message>
    <message>
        <source>The program could not be started once more.</source>
        <translation>프로그램을 한 번 더 시작할 수 없었습니다.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Add library</source>
        <translation>라이브러리 추가</translation>
    </message>
    <message>
        <source>Section lens</source>
        <translation>섹션 렌즈</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Revisit</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>목록으로</translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>저장한 검색</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>검색: %1</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>The last seven posts</source>
        <translation>최근 글 7개</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>전체 논문</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Revisit</source>
        <translation>다시 볼 논문</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Library, dates and tags</source>
        <translation>라이브러리, 날짜, 태그</translation>
    </message>
    <message>
        <source>Find a tag or label</source>
        <translation>태그나 라벨 찾기</translation>
    </message>
    <message>
        <source>Watched words</source>
        <translation>관심어</translation>
    </message>
    <message>
        <source>All watched words</source>
        <translation>관심어 전체</translation>
    </message>
    <message>
        <source>New papers</source>
        <translation>새 논문</translation>
    </message>
    <message>
        <source>What I read</source>
        <translation>읽은 기록</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>오늘까지 %n편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n편 읽지 않음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undid %1</source>
        <translation>%1 되돌렸습니다</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>되돌릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Redid %1</source>
        <translation>%1 다시 적용했습니다</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>다시 적용할 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
    </message>
    <message>
        <source>the bookmark</source>
        <translation>북마크를</translation>
    </message>
    <message>
        <source>removing the bookmark</source>
        <translation>북마크 해제를</translation>
    </message>
    <message>
        <source>marking as read</source>
        <translation>읽음 표시를</translation>
    </message>
    <message>
        <source>marking as unread</source>
        <translation>읽지 않음 표시를</translation>
    </message>
    <message>
        <source>the revisit day</source>
        <translation>다시 볼 날을</translation>
    </message>
    <message>
        <source>dropping the revisit day</source>
        <translation>다시 볼 날 취소를</translation>
    </message>
    <message>
        <source>the highlight</source>
        <translation>하이라이트를</translation>
    </message>
    <message>
        <source>removing the highlight</source>
        <translation>하이라이트 삭제를</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>메모를</translation>
    </message>
    <message>
        <source>removing the note</source>
        <translation>메모 삭제를</translation>
    </message>
    <message>
        <source>the change of labels</source>
        <translation>라벨 변경을</translation>
    </message>
    <message>
        <source>removing the label</source>
        <translation>라벨 해제를</translation>
    </message>
    <message>
        <source>the saved search</source>
        <translation>저장한 검색을</translation>
    </message>
    <message>
        <source>removing the saved search</source>
        <translation>저장한 검색 삭제를</translation>
    </message>
    <message>
        <source>the watched word</source>
        <translation>관심어를</translation>
    </message>
    <message>
        <source>removing the watched word</source>
        <translation>관심어 삭제를</translation>
    </message>
    <message>
        <source>sorting</source>
        <translation>정리를</translation>
    </message>
    <message>
        <source>what was said of the names</source>
        <translation>이름에 대해 정한 것을</translation>
    </message>
    <message>
        <source>taking back what was said of the names</source>
        <translation>이름에 대해 정한 것의 취소를</translation>
    </message>
    <message>
        <source>the correction</source>
        <translation>정정을</translation>
    </message>
    <message>
        <source>taking the correction back</source>
        <translation>정정 취소를</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>A note could not be saved.</source>
        <translation>저장하지 못한 메모가 있습니다.</translation>
    </message>
    <message>
        <source>If the program quits now, what was written last is gone.</source>
        <translation>지금 끝내면 마지막에 쓴 글이 사라집니다.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>파일로 저장…</translation>
    </message>
    <message>
        <source>Quit without it</source>
        <translation>저장하지 않고 끝내기</translation>
    </message>
</context>
<context>
    <name>UpdateCheck</name>
    <message>
        <source>Updates are looked for at an https address. The settings have a place for it.</source>
        <translation>업데이트를 확인할 https 주소가 없습니다. 설정에서 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>The address for updates does not answer: %1</source>
        <translation>업데이트 주소가 응답하지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 is the newest version.</source>
        <translation>최신 버전(%1)을 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Version %1 is there; this one is %2.</source>
        <translation>새 버전이 나왔습니다: %1. 지금 쓰는 버전은 %2입니다.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>안내 페이지 열기</translation>
    </message>
</context>
<context>
    <name>ValueModel</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>문장</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Earlier versions of this note</source>
        <translation>이 메모의 이전 버전</translation>
    </message>
    <message>
        <source>Text of the version</source>
        <translation>이전 버전의 글</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>What a note said is kept when it is changed after a pause, shortened by half or removed.</source>
        <translation>잠시 쉬었다가 고치거나, 절반 넘게 줄이거나, 지우면 그 전의 메모가 남습니다.</translation>
    </message>
    <message>
        <source>There are no earlier versions yet.</source>
        <translation>아직 이전 버전이 없습니다.</translation>
    </message>
    <message>
        <source>from another window</source>
        <translation>다른 창에서 쓴 글</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watched and muted words</source>
        <translation>관심어와 숨김어</translation>
    </message>
    <message>
        <source>A word or concept, such as 확산 or world model</source>
        <translation>단어나 개념. 예: 확산, world model</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>관심어 추가</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>숨김어 추가</translation>
    </message>
    <message>
        <source>No words yet. Write one above, then watch or mute it.</source>
        <translation>아직 없습니다. 위에 낱말을 적고 관심어나 숨김어로 추가하세요.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Watched words are lit in list and page and counted in the sidebar. Papers with a muted word in their title are folded away; the list says how many. What you marked yourself is never folded.</source>
        <translation>관심어는 목록과 본문에서 돋보이고 사이드바에 논문 수가 나옵니다. 제목에 숨김어가 있는 논문은 접히고, 몇 편인지 목록에 나옵니다. 직접 표시한 논문은 접지 않습니다.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>관심어</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>숨김어</translation>
    </message>
    <message>
        <source>Mute it</source>
        <translation>숨김어로 바꾸기</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>관심어로 바꾸기</translation>
    </message>
</context>
<context>
    <name>WatchJob</name>
    <message>
        <source>The folders are no longer watched. F5 looks for new posts.</source>
        <translation>폴더를 더는 지켜보지 않습니다. F5를 누르면 새 글을 찾습니다.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Reading posts</source>
        <translation>글 읽는 중</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Daily Papers Reader</source>
        <translation>Daily Papers Reader</translation>
    </message>
    <message>
        <source>Your folder of daily paper summaries, to read, search and mark, without a network.</source>
        <translation>매일의 논문 요약이 담긴 폴더를 네트워크 없이 읽고, 찾고, 표시해 두세요.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Look around in the sample library</source>
        <translation>예시 라이브러리 둘러보기</translation>
    </message>
    <message>
        <source>Or drop a folder anywhere here.</source>
        <translation>폴더를 이곳에 끌어다 놓아도 됩니다.</translation>
    </message>
</context>
<context>
    <name>WordWatch</name>
    <message>
        <source>Mute it instead</source>
        <translation>숨김어로 바꾸기</translation>
    </message>
    <message>
        <source>No longer watch it</source>
        <translation>관심어에서 빼기</translation>
    </message>
</context>
<context>
    <name>_Offer</name>
    <message>
        <source>Papers to link to</source>
        <translation>연결할 논문</translation>
    </message>
</context>
</TS>
