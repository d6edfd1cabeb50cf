-- The fifteen tables of three years in one statement, as one would write it by hand. It runs on
-- SQLite and on PostgreSQL. Each row is a stage; its year, table and answer are found first, then
-- counted by tenure, then added up by scope.
WITH answers AS (
    SELECT s.received_on, s.extended_to, s.held_due, s.promise_due, s.code_due, s.outcome, c.tenure,
        CASE WHEN c.kind = 'complaint' THEN 'stage_' || s.number ELSE c.kind END AS kind,
        CASE
            WHEN s.outcome = 'withdrawn' OR s.refused_ground <> '' THEN s.ended_on
            ELSE s.responded_on
        END AS answered
    FROM cases_stage s
    JOIN cases_case c ON c.id = s.case_id
    WHERE s.landlord_id = :landlord
        AND s.received_on BETWEEN :first AND :last
        AND c.kind IN ('complaint', 'mp_enquiry', 'councillor_enquiry', 'other')
),
judged AS (
    SELECT kind, tenure, code_due,
        CASE WHEN received_on < :second THEN 1 WHEN received_on < :third THEN 2 ELSE 3 END AS year,
        COALESCE(extended_to, held_due, promise_due) AS due,
        CASE WHEN answered <= :as_at THEN answered END AS answered,
        CASE WHEN answered IS NULL OR answered <= :as_at THEN outcome END AS outcome
    FROM answers
    WHERE received_on <= :as_at
),
counted AS (
    SELECT year, kind, tenure,
        COUNT(*) AS received,
        SUM(CASE WHEN answered <= due THEN 1 ELSE 0 END) AS on_time,
        SUM(CASE WHEN answered > due THEN 1 ELSE 0 END) AS late,
        SUM(CASE WHEN answered IS NULL AND due < :as_at THEN 1 ELSE 0 END) AS overdue,
        SUM(CASE WHEN answered IS NULL AND due >= :as_at THEN 1 ELSE 0 END) AS not_yet_due,
        SUM(CASE WHEN outcome = 'upheld' THEN 1 ELSE 0 END) AS upheld,
        SUM(CASE WHEN outcome = 'partly_upheld' THEN 1 ELSE 0 END) AS partly_upheld,
        SUM(CASE WHEN outcome = 'not_upheld' THEN 1 ELSE 0 END) AS not_upheld,
        SUM(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END) AS no_outcome,
        SUM(CASE WHEN answered <= code_due THEN 1 ELSE 0 END) AS code_on_time,
        SUM(CASE WHEN code_due IS NOT NULL THEN 1 ELSE 0 END) AS code_limited
    FROM judged
    GROUP BY year, kind, tenure
),
scopes AS (
    SELECT 'landlord_services' AS scope, 'tenant' AS tenure
    UNION ALL SELECT 'landlord_services_and_leaseholders', 'tenant'
    UNION ALL SELECT 'landlord_services_and_leaseholders', 'leaseholder'
    UNION ALL SELECT 'all_housing_services', ''
)
SELECT year, kind, scope, SUM(received), SUM(on_time), SUM(late), SUM(overdue), SUM(not_yet_due),
    SUM(upheld), SUM(partly_upheld), SUM(not_upheld), SUM(no_outcome), SUM(code_on_time),
    SUM(code_limited)
FROM counted
JOIN scopes ON scopes.tenure IN ('', counted.tenure)
GROUP BY year, kind, scope
