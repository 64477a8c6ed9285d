<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
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
        <source>Add the sample library</source>
        <translation>예시 라이브러리 추가</translation>
    </message>
    <message>
        <source>Look for new posts</source>
        <translation>새 글 찾기</translation>
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
        <source>Bookmark</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Read / unread</source>
        <translation>읽음 / 읽지 않음</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
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
        <source>Find in this paper</source>
        <translation>이 논문에서 찾기</translation>
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
        <source>Notes</source>
        <translation>메모</translation>
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
        <source>Next unread paper</source>
        <translation>다음 읽지 않은 논문</translation>
    </message>
    <message>
        <source>Previous unread paper</source>
        <translation>이전 읽지 않은 논문</translation>
    </message>
    <message>
        <source>Scroll, then next unread</source>
        <translation>한 화면 아래로, 끝에서는 다음 읽지 않은 논문</translation>
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
        <translation>다음 창</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>이전 창</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>사이드바</translation>
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
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About Daily Papers Reader</source>
        <translation>Daily Papers Reader 정보</translation>
    </message>
    <message>
        <source>Remove a folder from the library</source>
        <translation>라이브러리에서 폴더 빼기</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>No other unread paper in this list</source>
        <translation>이 목록에는 읽지 않은 논문이 더 없습니다</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1”에 맞는 논문이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n편 읽지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>found by “%1”</source>
        <translation>“%1”(으)로 찾음</translation>
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
        <source>No notes yet. E begins one.</source>
        <translation>아직 메모가 없습니다. E를 누르면 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>No papers here.</source>
        <translation>여기에는 논문이 없습니다.</translation>
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
    <name>Dialogs</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>A reader for daily posts of AI paper summaries.</source>
        <translation>매일의 AI 논문 요약을 읽는 프로그램입니다.</translation>
    </message>
    <message>
        <source>Bookmarks and notes are in:</source>
        <translation>북마크와 메모가 있는 곳:</translation>
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
    <name>MainWindow</name>
    <message>
        <source>A folder with posts</source>
        <translation>글이 담긴 폴더</translation>
    </message>
    <message>
        <source>Preparing search; results follow.</source>
        <translation>검색을 준비하고 있습니다. 곧 결과가 나옵니다.</translation>
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
        <source>Note · Markdown</source>
        <translation>메모 · Markdown</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
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
        <source>post</source>
        <translation>글</translation>
    </message>
    <message>
        <source>no longer in the library</source>
        <translation>라이브러리에 더 이상 없음</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>북마크함</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This paper has no such page</source>
        <translation>이 논문에는 그런 페이지가 없습니다</translation>
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
</context>
<context>
    <name>SectionHeader</name>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>No longer in the library. This is the last text it had.</source>
        <translation>라이브러리에 더 이상 없습니다. 마지막으로 남은 글입니다.</translation>
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
    <name>SectionView</name>
    <message>
        <source>Paper&apos;s text</source>
        <translation>논문 글</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language (after a restart)</source>
        <translation>언어 (다시 시작한 뒤)</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Single keys such as J and B act in the lists and the text</source>
        <translation>목록과 글에서 J, B 같은 한 글자 단축키 쓰기</translation>
    </message>
    <message>
        <source>A paper counts as read after</source>
        <translation>읽음으로 치기까지</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템에 따름</translation>
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
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n개 글</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading posts</source>
        <translation>글 읽는 중</translation>
    </message>
    <message>
        <source>Preparing search</source>
        <translation>검색 준비 중</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) read</source>
        <translation>
            <numerusform>글 %n개를 읽었습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Add library</source>
        <translation>라이브러리 추가</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
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
</context>
<context>
    <name>TreeModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n편</numerusform>
        </translation>
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
        <translation>머무르기</translation>
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
</TS>
