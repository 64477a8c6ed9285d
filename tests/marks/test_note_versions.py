"""Which earlier texts of a note are kept, and that two windows lose nothing."""

A = "2512.17909"


def texts(store):
    return [version.text for version in store.note_versions(A)]


def test_saves_of_one_session_leave_no_versions(store, clock):
    for end in range(1, 60):
        store.set_note(A, "a thought about the method"[:end])
        clock.move(seconds=1)
    assert texts(store) == []


def test_a_text_overwritten_after_a_pause_is_kept(store, clock):
    written = clock.now
    store.set_note(A, "yesterday's")
    clock.move(minutes=11)
    store.set_note(A, "today's")
    store.set_note(A, "today's, longer")
    assert texts(store) == ["yesterday's"]
    assert store.note_versions(A)[0].written == written


def test_a_long_session_without_a_pause_keeps_a_text_every_half_hour(store, clock):
    for minute in range(120):
        store.set_note(A, f"minute {minute}")
        clock.move(minutes=1)
    assert texts(store) == ["minute 92", "minute 61", "minute 30"]


def test_a_clock_set_back_ends_a_session(store, clock):
    store.set_note(A, "written tomorrow")
    clock.move(days=-1)
    store.set_note(A, "written today")
    assert texts(store) == ["written tomorrow"]


def test_a_removed_note_is_kept_as_a_version_at_once(store):
    store.set_note(A, "regretted")
    store.set_note(A, "")
    assert texts(store) == ["regretted"]


def test_a_text_removed_again_and_again_is_one_version(store):
    for _ in range(3):
        store.set_note(A, "on and off")
        store.set_note(A, "")
    assert texts(store) == ["on and off"]


def test_a_save_that_drops_most_of_a_long_note_keeps_it(store, clock):
    store.set_note(A, "long " * 100)
    clock.move(seconds=5)
    store.set_note(A, "oops")
    assert texts(store) == ["long " * 100]


def test_going_back_to_a_version_keeps_what_it_replaces(store, clock):
    store.set_note(A, "first")
    clock.move(hours=1)
    store.set_note(A, "second")
    store.set_note(A, "first", new_session=True)
    assert store.note(A).text == "first"
    assert texts(store) == ["second", "first"]


def test_the_last_twenty_are_kept(store, clock):
    for number in range(30):
        store.set_note(A, f"day {number}")
        clock.move(days=1)
    assert texts(store) == [f"day {number}" for number in range(28, 8, -1)]


def test_versions_of_other_notes_are_left_alone(store, clock):
    store.set_note("other", "first")
    clock.move(hours=1)
    store.set_note("other", "second")
    for number in range(30):
        store.set_note(A, f"day {number}")
        clock.move(days=1)
    assert [version.text for version in store.note_versions("other")] == ["first"]


def test_two_windows_lose_no_edit(opened, clock):
    one, two = opened(), opened()
    one.set_note(A, "shared")
    clock.move(seconds=1)
    assert one.set_note(A, "shared, by one", base="shared") is None
    clock.move(seconds=1)
    displaced = two.set_note(A, "shared, by two", base="shared")
    assert displaced is not None
    assert displaced.text == "shared, by one"
    assert displaced.displaced
    assert one.note(A).text == "shared, by two"
    assert list(one.note_versions(A)) == [displaced]


def test_a_window_that_saw_the_other_text_displaces_nothing(opened):
    one, two = opened(), opened()
    one.set_note(A, "by one")
    assert two.set_note(A, "by one and two", base="by one") is None
    assert texts(two) == []


def test_two_windows_that_agree_displace_nothing(opened):
    one, two = opened(), opened()
    one.set_note(A, "same", base="")
    assert two.set_note(A, "same", base="") is None
    assert texts(two) == []


def test_two_windows_saving_in_turn_do_not_push_out_older_versions(opened, clock):
    one, two = opened(), opened()
    one.set_note(A, "last week")
    clock.move(days=7)
    texts_of = {one: "last week", two: "last week"}
    for second in range(100):
        for window, name in ((one, "one"), (two, "two")):
            text = f"{name} {second}"
            window.set_note(A, text, base=texts_of[window])
            texts_of[window] = text
            clock.move(milliseconds=500)
    assert one.note(A).text == "two 99"
    assert texts(one) == ["one 99", "last week"]


def test_a_displaced_text_survives_when_its_writer_went_on_from_the_other_one(opened, clock):
    one, two = opened(), opened()
    one.set_note(A, "one's thought", base="")
    two.set_note(A, "two's thought", base="")
    one.set_note(A, "two's thought, and more", base="two's thought")
    two.set_note(A, "two's second thought", base="two's thought")
    assert set(texts(one)) == {"one's thought", "two's thought, and more"}


def test_a_note_removed_elsewhere_comes_back_when_its_editor_goes_on(opened):
    one, two = opened(), opened()
    one.set_note(A, "kept open")
    two.set_note(A, "")
    assert one.set_note(A, "kept open, and edited", base="kept open") is None
    assert two.note(A).text == "kept open, and edited"
    assert texts(one) == ["kept open"]
