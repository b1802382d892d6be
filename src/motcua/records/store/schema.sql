-- The event store. Province first in every key, so that the tables can be partitioned by province later.
create table store_head (
    province text not null,
    id uuid not null,
    code text not null,
    version integer not null,
    state jsonb not null,
    hash bytea not null,
    at timestamptz not null,
    primary key (province, id),
    unique (province, code)
);

-- `body` is the canonical text that the chain hashes: sha256(hash of n - 1 || body). Kept as text, since jsonb reorders.
create table store_event (
    province text not null,
    dossier uuid not null,
    n integer not null,
    type text not null,
    at timestamptz not null,
    body text not null,
    hash bytea not null,
    primary key (province, dossier, n)
);

-- Read in (xid, pos) order and only behind the oldest running transaction: a late commit is never skipped.
create table store_outbox (
    pos bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    province text not null,
    dossier uuid not null,
    n integer not null,
    type text not null,
    at timestamptz not null
);
create index store_outbox_order on store_outbox (xid, pos);

create table store_reader (
    name text primary key,
    xid xid8 not null default '0',
    pos bigint not null default 0,
    at timestamptz not null default now()
);

-- The next number of a series (dossiers of a unit and day, results of an agency and year), drawn inside the commit.
create table store_counter (
    province text not null,
    series text not null,
    n integer not null,
    primary key (province, series)
);

create table store_number (
    province text not null,
    series text not null,
    n integer not null,
    dossier uuid not null,
    at timestamptz not null,
    primary key (province, series, n)
);

-- An answer given once is given again: a repeated request with the same key changes nothing.
create table store_idempotency (
    province text not null,
    key text not null,
    fingerprint text not null,
    dossier uuid not null,
    version integer not null,
    at timestamptz not null,
    primary key (province, key)
);
