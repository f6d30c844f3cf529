//! What is offered: editions, topics, offerings and their sessions.

const UP: &[&str] = &[
    "CREATE TABLE editions (
        id $id,
        key TEXT NOT NULL UNIQUE,              -- stable, from the imported file; in addresses of older editions
        title_it TEXT NOT NULL,
        title_en TEXT,
        status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
        zone TEXT NOT NULL,                    -- IANA name; date and hours of every session are local to it
        required $int NOT NULL CHECK (required >= 0),
        rule_version $int NOT NULL DEFAULT 1,  -- raised whenever the rule changes; decisions store what they used
        provisional_places BOOLEAN NOT NULL,
        course_admission TEXT NOT NULL CHECK (course_admission IN ('immediate', 'decision')),
        enrolment_closes DATE,
        certificate_days $int,
        carry_over BOOLEAN NOT NULL,
        lateness_minutes $int,
        signature TEXT,                        -- who signs the letters of this edition
        created_at $time NOT NULL,
        published_at $time
    )",
    "CREATE TABLE topics (
        id $id,
        key TEXT NOT NULL UNIQUE,              -- the same topic in two editions is one row
        title TEXT,
        gloss_en TEXT
    )",
    // The belt of law 1: whatever runs at once, the database refuses one place too many.
    "CREATE TABLE offerings (
        id $id,
        edition_id $int NOT NULL REFERENCES editions (id),
        key TEXT NOT NULL,
        slug TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('workshop', 'course')),
        topic_id $int REFERENCES topics (id),  -- none for a course
        title TEXT,                            -- official title; none = title to come
        gloss_en TEXT,
        text_it TEXT,
        text_en TEXT,
        fee TEXT,                              -- printed as it stands; none = nothing is printed
        status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'cancelled')),
        counts_toward_rule BOOLEAN NOT NULL,
        capacity $int CHECK (capacity >= 0),   -- none = unlimited
        extra $int NOT NULL DEFAULT 0 CHECK (extra >= 0),
        taken $int NOT NULL DEFAULT 0 CHECK (taken >= 0),
        last_position $int NOT NULL DEFAULT 0, -- the last position given in its line
        offers TEXT NOT NULL CHECK (offers IN ('automatic', 'person')),
        position $int NOT NULL,                -- order on the page
        created_at $time NOT NULL,
        UNIQUE (edition_id, key),
        UNIQUE (edition_id, slug),
        CHECK (capacity IS NULL OR taken <= capacity + extra)
    )",
    "CREATE TABLE sessions (
        id $id,
        offering_id $int NOT NULL REFERENCES offerings (id),
        number $int NOT NULL CHECK (number >= 1),
        of $int NOT NULL,                      -- 'n of 7', fixed when the offering is published
        date DATE,
        starts TIME,                           -- local; none = hours to come
        ends TIME,
        place TEXT,
        status TEXT NOT NULL CHECK (status IN ('planned', 'cancelled')),
        UNIQUE (offering_id, number),
        CHECK ((starts IS NULL) = (ends IS NULL)),
        CHECK (starts IS NULL OR date IS NOT NULL),
        CHECK (starts IS NULL OR starts < ends)
    )",
    "CREATE INDEX offerings_edition ON offerings (edition_id)",
    "CREATE INDEX sessions_date ON sessions (date)",
];

crate::migration!(UP, &["sessions", "offerings", "topics", "editions"]);
