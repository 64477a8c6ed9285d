<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%Ln new paper(s)</source>
        <translation>
            <numerusform>%Ln new paper</numerusform>
            <numerusform>%Ln new papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with watched words</source>
        <translation>
            <numerusform>%Ln with a watched word</numerusform>
            <numerusform>%Ln with watched words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with some of the words</source>
        <translation>
            <numerusform>%Ln with some of the words</numerusform>
            <numerusform>%Ln with some of the words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>Chart: %n value(s) from %1 to %2</source>
        <translation>
            <numerusform>Chart: %n value from %1 to %2</numerusform>
            <numerusform>Chart: %n values from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareFrame</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>%n paper(s) copied</source>
        <translation>
            <numerusform>%n paper copied</numerusform>
            <numerusform>%n papers copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read</source>
        <translation>
            <numerusform>%n read</numerusform>
            <numerusform>%n read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>arXiv asks to wait %n second(s)</source>
        <translation>
            <numerusform>arXiv asks to wait %n second</numerusform>
            <numerusform>arXiv asks to wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) exported to %1</source>
        <translation>
            <numerusform>%n paper exported to %1</numerusform>
            <numerusform>%n papers exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left as you changed them</source>
        <translation>
            <numerusform>%n file left as you changed it</numerusform>
            <numerusform>%n files left as you changed them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message numerus="yes">
        <source>%Ln shown that would be folded</source>
        <translation>
            <numerusform>%Ln shown that would be folded</numerusform>
            <numerusform>%Ln shown that would be folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folded</source>
        <translation>
            <numerusform>%Ln folded</numerusform>
            <numerusform>%Ln folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitCounter</name>
    <message numerus="yes">
        <source>%n place(s) found in this paper</source>
        <translation>
            <numerusform>%n place found in this paper</numerusform>
            <numerusform>%n places found in this paper</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensView</name>
    <message numerus="yes">
        <source>Nothing known: %Ln paper(s)</source>
        <translation>
            <numerusform>Nothing known: %Ln paper</numerusform>
            <numerusform>Nothing known: %Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing known of %Ln</source>
        <translation>
            <numerusform>nothing known of %Ln</numerusform>
            <numerusform>nothing known of %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message numerus="yes">
        <source>%n paper(s) marked as read. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n paper marked as read. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n papers marked as read. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n paper(s) as read</source>
        <translation>
            <numerusform>Mark %n paper as read</numerusform>
            <numerusform>Mark %n papers as read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MineView</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s)</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n paper(s) to revisit today</source>
        <translation>
            <numerusform>%n paper to revisit today</numerusform>
            <numerusform>%n papers to revisit today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outside</name>
    <message numerus="yes">
        <source>arXiv asks to wait %n second(s)</source>
        <translation>
            <numerusform>arXiv asks to wait %n second</numerusform>
            <numerusform>arXiv asks to wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) filled in from arXiv</source>
        <translation>
            <numerusform>%n paper filled in from arXiv</numerusform>
            <numerusform>%n papers filled in from arXiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known before</source>
        <translation>
            <numerusform>%n known before</numerusform>
            <numerusform>%n known before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on arXiv</source>
        <translation>
            <numerusform>%n not on arXiv</numerusform>
            <numerusform>%n not on arXiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) sent to Zotero: %1</source>
        <translation>
            <numerusform>%n paper sent to Zotero: %1</numerusform>
            <numerusform>%n papers sent to Zotero: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there before</source>
        <translation>
            <numerusform>%n there before</numerusform>
            <numerusform>%n there before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) printed</source>
        <translation>
            <numerusform>%n page printed</numerusform>
            <numerusform>%n pages printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchNotice</name>
    <message numerus="yes">
        <source>%n more with the words apart</source>
        <translation>
            <numerusform>%n more with the words apart</numerusform>
            <numerusform>%n more with the words apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %1: %n paper(s)</source>
        <translation>
            <numerusform>without %1: %n paper</numerusform>
            <numerusform>without %1: %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message numerus="yes">
        <source>%Ln to sort</source>
        <translation>
            <numerusform>%Ln to sort</numerusform>
            <numerusform>%Ln to sort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln above marked as read</source>
        <translation>
            <numerusform>%Ln above marked as read</numerusform>
            <numerusform>%Ln above marked as read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with remarks</source>
        <translation>
            <numerusform>%n with remarks</numerusform>
            <numerusform>%n with remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) with marks stay listed with their last text.</source>
        <translation>
            <numerusform>%n paper with marks stays listed with its last text.</numerusform>
            <numerusform>%n papers with marks stay listed with their last text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) read</source>
        <translation>
            <numerusform>%n post read</numerusform>
            <numerusform>%n posts read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) gone</source>
        <translation>
            <numerusform>%n post gone</numerusform>
            <numerusform>%n posts gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new in %n source(s)</source>
        <translation>
            <numerusform>Nothing new in %n source</numerusform>
            <numerusform>Nothing new in %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message numerus="yes">
        <source>%Ln paper(s)</source>
        <translation>
            <numerusform>%Ln paper</numerusform>
            <numerusform>%Ln papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
</TS>
