-- 各供应商：合同数、时限达标率、平均得分、扣款
-- Vendors: contracts, limits kept, average score, deductions
WITH kept AS (
    SELECT contract, count(*) FILTER (state = 'met') AS met, count(*) FILTER (state IN ('met', 'missed')) AS measured FROM targets GROUP BY contract
), scored AS (
    SELECT contract, avg(score) AS score FROM periods GROUP BY contract
)
SELECT vendor, count(*) AS contracts, round(100.0 * sum(met) / sum(measured), 1) AS percent_met, round(avg(score), 2) AS average_score, sum(deducted) AS deducted
FROM contracts LEFT JOIN kept USING (contract) LEFT JOIN scored USING (contract)
GROUP BY vendor
ORDER BY vendor
