-- 没有证据的记录，按合同与种类
-- Records without evidence, by contract and kind
SELECT contract, kind, count(*) AS records, count(*) FILTER ((spec->'evidence') IS NULL) AS without_evidence
FROM records
GROUP BY contract, kind
HAVING without_evidence > 0
ORDER BY without_evidence DESC, contract, kind
