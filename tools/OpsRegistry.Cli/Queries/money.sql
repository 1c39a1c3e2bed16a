-- 各合同的总额、扣款、未付款，以及扣款所占比例
-- Total, deductions and what is still open of every contract, with the share that is deducted
SELECT contract, vendor, amount, deducted, open, round(100.0 * deducted / amount, 2) AS percent_deducted
FROM contracts
ORDER BY percent_deducted DESC NULLS LAST, contract
