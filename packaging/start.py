"""Where the built program begins."""

from reader.__main__ import main

raise SystemExit(main())
