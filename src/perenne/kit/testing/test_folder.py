from django.core.mail import EmailMessage, get_connection

from perenne.kit.testing.folder import mails_in


def test_mails_of_one_file_are_read_one_by_one(tmp_path):
    box = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=tmp_path)
    for to in ("lea@exemple.test", "paul@exemple.test"):
        EmailMessage("Bienvenue", "À bientôt.", to=[to], connection=box).send()
    assert len(list(tmp_path.glob("*.log"))) == 1
    assert [mail["To"] for mail in mails_in(tmp_path)] == ["lea@exemple.test", "paul@exemple.test"]


def test_an_empty_folder_holds_none(tmp_path):
    assert not list(mails_in(tmp_path))
