def note_facts(clause):
    return {}
