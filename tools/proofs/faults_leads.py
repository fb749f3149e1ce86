"""Tests seen to lead to acts that no rule of `faults_scenes` finds there: by hand, one by one."""

LEADS = {
    "../../tests/house/test_canary.py": {
        "test_an_erased_person_leaves_no_byte": "replay_erasures",
    },
    "domain/enquiries/tests/test_sending.py": {
        "test_the_journal_names_nobody_and_says_each_act": "close_enquiry",
    },
    "domain/hours/tests/test_import_settling.py": {
        "test_columns_without_a_name_are_asked_and_remembered": "match_columns",
        "test_who_is_not_known_is_asked_once_and_remembered_without_their_name": "settle_people",
    },
    "domain/hours/tests/test_importing.py": {
        "test_a_run_that_died_is_taken_up_again": "finish_left_behind",
        "test_every_layout_gives_the_same_hours": "apply_import write_months",
    },
    "domain/programming/tests/test_headings_asked.py": {
        "test_the_answer_is_followed": "match_headings",
    },
    "domain/sourcing/tests/test_waves.py": {
        "test_silence_is_noted": "lapse_opening",
    },
    "web/compliance/act/test_page.py": {
        "test_the_buyer_writes_both_letters_and_notes_their_receipt": "summon_by",
    },
    "web/compliance/answer/test_page.py": {
        "test_a_company_answers_with_its_papers_which_the_others_take": "give_file",
    },
    "web/contact/test_writing.py": {
        "test_a_draft_is_kept_as_one_types_and_given_up_when_one_wants": "forget_draft",
        "test_a_file_is_taken_away_and_a_sixth_is_refused": "detach_file",
    },
    "web/directory/import_list/test_page.py": {
        "test_the_coordination_tries_a_file_and_nothing_has_changed": "receive_structures",
    },
    "web/hours/checks/test_page.py": {
        "test_a_severity_is_simulated_chosen_and_in_force_from_its_day_on": "tune_check",
    },
    "web/hours/statement/test_page.py": {
        "test_an_unchanged_crew_is_copied_then_declared": "copy_last_month",
    },
    "web/hours/upload/show/test_page.py": {
        "test_every_row_is_told_then_written_then_the_file_is_erased": "forget_import",
    },
    "web/notices/agenda/test_page.py": {
        "test_a_calendar_reads_the_dates": "close_agenda",
        "test_it_is_of_one_person_and_dies_with_the_account": "open_agenda",
    },
    "web/notices/sent/test_page.py": {
        "test_what_left_is_sought_and_taken_away": "note_list_taken",
    },
    "web/participants/exits/test_page.py": {
        "test_an_exit_is_noted_then_its_news_are_asked": "give_news note_exit",
    },
    "web/person/speak/test_page.py": {
        "test_she_contests_a_month_and_reads_the_answer_on_her_page": "answer_voice",
    },
    "web/programming/show_publicly/test_page.py": {
        "test_the_buyer_hides_a_purchase_and_shows_it_again": "hide_purchase show_purchase",
    },
    "web/programming/source/test_page.py": {
        "test_once_the_scanner_answers_it_is_given": "give_source",
    },
    "web/rights/answer/test_page.py": {
        "test_an_erasure_says_what_it_will_do_then_does_it": "erase_for erase_person",
    },
    "web/rights/export/test_page.py": {
        "test_it_holds_nothing_of_a_homonym": "note_export",
    },
    "web/sourcing/proposals/test_page.py": {
        "test_who_proposed_reads_what_became_of_her_and_may_take_it_back": "withdraw_candidate",
    },
}
"""File, how the name of the test begins, names of acts."""
