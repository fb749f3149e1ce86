"""Background work: which modules declare tasks beside the `tasks` rooms of the domain."""

PROCRASTINATE_IMPORT_PATHS = ["perenne.kit.jobs.rescue"]
